// What a person's hands do in Thunderbird, by the commands that its own menus and keys run.
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what, seen) {
  for (let tries = 0; tries < 400; tries++) {
    const found = seen();
    if (found) {
      return found;
    }
    await pause(50);
  }
  throw new Error(`${what} did not come`);
}

const composeWindow = () => Services.wm.getMostRecentWindow("msgcompose");

const identities = () => MailServices.accounts.allIdentities;

function folders(flag) {
  const all = MailServices.accounts.allServers.flatMap((server) => server.rootFolder.descendants);
  return all.filter((folder) => folder.isSpecialFolder(flag, false));
}

function drafts() {
  const found = folders(Ci.nsMsgFolderFlags.Drafts).flatMap((folder) => [...folder.messages]);
  return found.sort((a, b) => a.date - b.date);
}

async function ready() {
  await until("the main window", () => Services.wm.getMostRecentWindow("mail:3pane")?.document.readyState === "complete");
  await until("the folders", () => folders(Ci.nsMsgFolderFlags.Trash).length);
  await pause(2000);
}

async function editor() {
  const open = await until("the compose window", () => composeWindow()?.composeEditorReady && composeWindow());
  await pause(300);
  return open;
}

function reopen(draft) {
  MailServices.compose.OpenComposeWindow(
    null,
    draft,
    draft.folder.getUriForMsg(draft),
    Ci.nsIMsgCompType.Draft,
    Ci.nsIMsgCompFormat.Default,
    MailServices.accounts.getFirstIdentityForServer(draft.folder.server),
    null,
    Services.wm.getMostRecentWindow("mail:3pane").msgWindow,
  );
}

async function save() {
  const open = await editor();
  const saved = new Promise((resolve) => {
    const listener = {
      NotifyComposeFieldsReady() {},
      NotifyComposeBodyReady() {},
      ComposeProcessDone() {},
      SaveInFolderDone() {
        open.gMsgCompose.UnregisterStateListener(listener);
        resolve();
      },
    };
    open.gMsgCompose.RegisterStateListener(listener);
  });
  open.goDoCommand("cmd_saveAsDraft");
  await saved;
}

async function closed(open) {
  await until("the end of the compose window", () => open.closed || composeWindow() !== open);
}

const hands = {
  ready,

  async write({ to, cc, bcc, subject, text }) {
    const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
    Object.assign(fields, { to: to.join(), cc: cc.join(), bcc: bcc.join(), subject, body: text });
    const parameters = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
    parameters.type = Ci.nsIMsgCompType.New;
    parameters.format = Ci.nsIMsgCompFormat.Default;
    parameters.composeFields = fields;
    parameters.identity = MailServices.accounts.defaultAccount.defaultIdentity;
    MailServices.compose.OpenComposeWindowWithParams(null, parameters);
    await save();
  },

  async edit({ text }) {
    if (!composeWindow()) {
      reopen(drafts().at(-1));
    }
    const open = await editor();
    open.GetCurrentEditor().endOfDocument();
    open.GetCurrentEditor().insertText(` ${text}`);
    await save();
  },

  async changeIdentity({ from }) {
    const open = await editor();
    const list = open.document.getElementById("msgIdentity");
    const key = identities().find((identity) => identity.email === from).key;
    list.selectedItem = [...list.menupopup.children].find((item) => item.getAttribute("identitykey") === key);
    open.LoadIdentity(false);
    await save();
  },

  async close() {
    const open = await editor();
    open.goDoCommand("cmd_close");
    await closed(open);
  },

  async sendLater() {
    const open = await editor();
    open.goDoCommand("cmd_sendLater");
    await closed(open);
  },

  async delete({ subject }) {
    const draft = await until("the draft", () => drafts().find((message) => message.subject === subject));
    const { folder } = draft;
    await new Promise((resolve) => {
      const listener = {
        onStartCopy() {},
        onProgress() {},
        setMessageKey() {},
        getMessageId() {},
        onStopCopy: resolve,
      };
      folder.deleteMessages([draft], null, false, false, listener, true);
      setTimeout(resolve, 3000);
    });
  },

  async emptyTrash() {
    for (const trash of folders(Ci.nsMsgFolderFlags.Trash)) {
      trash.emptyTrash(null);
    }
    await pause(1000);
  },

  async compact() {
    for (const folder of folders(Ci.nsMsgFolderFlags.Drafts)) {
      await new Promise((resolve) => folder.compact({ OnStartRunningUrl() {}, OnStopRunningUrl: resolve }, null));
    }
  },
};
