// What a person's hands do in Thunderbird, by the commands that its own menus and keys run; see mail.js as well.
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

async function typed(text) {
  if (!composeWindow()) {
    reopen(drafts().at(-1));
  }
  const open = await editor();
  open.GetCurrentEditor().endOfDocument();
  open.GetCurrentEditor().insertText(` ${text}`);
  return open;
}

function nextSave(open) {
  return new Promise((resolve) => {
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
}

async function save() {
  const open = await editor();
  const saved = nextSave(open);
  open.goDoCommand("cmd_saveAsDraft");
  await saved;
}

async function closed(open) {
  await until("the end of the compose window", () => open.closed || composeWindow() !== open);
}

const hands = {
  ready,

  async begin({ to, cc, bcc, subject, text }) {
    const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
    Object.assign(fields, { to: to.join(), cc: cc.join(), bcc: bcc.join(), subject, body: text });
    const parameters = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
    parameters.type = Ci.nsIMsgCompType.New;
    parameters.format = Ci.nsIMsgCompFormat.Default;
    parameters.composeFields = fields;
    parameters.identity = MailServices.accounts.defaultAccount.defaultIdentity;
    MailServices.compose.OpenComposeWindowWithParams(null, parameters);
    await editor();
  },

  async write(letter) {
    await hands.begin(letter);
    await save();
  },

  async edit({ text }) {
    await typed(text);
    await save();
  },

  // What runs each few minutes, without the wait.
  async autosave({ text }) {
    const open = await typed(text);
    const saved = nextSave(open);
    open.AutoSave();
    await saved;
  },

  async discard({ text }) {
    const open = await typed(text);
    await pause(300);
    const asked = new Promise((resolve) => {
      Services.obs.addObserver(function answer(dialog) {
        Services.obs.removeObserver(answer, "common-dialog-loaded");
        dialog.setTimeout(() => dialog.document.querySelector("dialog").getButton("extra1").click(), 200);
        resolve();
      }, "common-dialog-loaded");
    });
    open.setTimeout(() => open.goDoCommand("cmd_close"), 0);
    await asked;
    await closed(open);
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
};
