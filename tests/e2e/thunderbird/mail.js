// What hands do with mail that is there; comes after hands.js.
const flagsOf = { drafts: Ci.nsMsgFolderFlags.Drafts, inbox: Ci.nsMsgFolderFlags.Inbox, trash: Ci.nsMsgFolderFlags.Trash };

const pupils = "Leerlingen";

// Where mail of this kind is, in every account; the last two are one folder each.
function places(place) {
  if (place === "pupils") {
    return MailServices.accounts.localFoldersServer.rootFolder.descendants.filter((folder) => folder.name === pupils);
  }
  if (place === "home") {
    return folders(flagsOf.inbox).filter((folder) => folder.server.prettyName === "an.peeters@prive.example");
  }
  return folders(flagsOf[place]);
}

const schoolServer = () => MailServices.accounts.defaultAccount.incomingServer;

const mainWindow = () => Services.wm.getMostRecentWindow("mail:3pane").msgWindow;

// The end of what a folder does, however it ends: what became of it shows in the mail.
const ended = (begin) => new Promise((resolve) => begin({ OnStartRunningUrl() {}, OnStopRunningUrl: resolve }));

async function fetched(server) {
  const inbox = await until("the inbox", () => server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox));
  await ended((listener) => inbox.getNewMessages(mainWindow(), listener));
}

async function found(subject, place) {
  const all = () => places(place).flatMap((folder) => [...folder.messages]);
  return until("the mail", () => all().find((message) => message.subject === subject));
}

// Copies and moves tell when they are done; not each server does.
function copied(begin) {
  return new Promise((resolve) => {
    const listener = {
      onStartCopy() {},
      onProgress() {},
      setMessageKey() {},
      getMessageId() {},
      onStopCopy: resolve,
    };
    begin(listener);
    setTimeout(resolve, 3000);
  });
}

Object.assign(hands, {
  // Once, before the account on the server is used.
  async signIn({ scheme, host, user, password }) {
    const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
    login.init(`${scheme}://${host}`, null, `${scheme}://${host}`, user, password, "", "");
    await Services.logins.addLoginAsync(login);
    const server = schoolServer();
    server.performExpand(mainWindow());
    await fetched(server);
    // Those of a server are listed by it, others come with their first mail.
    const flags = server.type === "imap" ? [flagsOf.drafts, flagsOf.trash] : [];
    for (const flag of flags) {
      await until("the folders on the server", () => folders(flag).some((folder) => folder.server === server));
    }
    await fetched(server);
  },

  async fetch() {
    await fetched(schoolServer());
  },

  async read({ subject }) {
    const message = await found(subject, "inbox");
    message.folder.markMessagesRead([message], true);
  },

  // In a tab of its own, in front.
  async isShown({ subject }) {
    const shown = () => Services.wm.getMostRecentWindow("mail:3pane").gTabmail.currentAboutMessage?.gMessage;
    await until("the mail in front", () => shown()?.mime2DecodedSubject === subject);
  },

  async delete({ subject, place }) {
    const message = await found(subject, place);
    await copied((listener) => message.folder.deleteMessages([message], null, false, false, listener, true));
  },

  async restore({ subject }) {
    const message = await found(subject, "trash");
    const inbox = message.folder.server.rootFolder.getFolderWithFlags(flagsOf.inbox);
    await copied((listener) =>
      MailServices.copy.copyMessages(message.folder, [message], inbox, true, listener, mainWindow(), true),
    );
  },

  async copy({ subject, place }) {
    const message = await found(subject, "inbox");
    if (place === "pupils" && !places(place).length) {
      MailServices.accounts.localFoldersServer.rootFolder.createSubfolder(pupils, null);
    }
    const folder = await until("the folder", () => places(place)[0]);
    await copied((listener) =>
      MailServices.copy.copyMessages(message.folder, [message], folder, false, listener, mainWindow(), false),
    );
  },

  async emptyTrash() {
    for (const trash of folders(flagsOf.trash)) {
      trash.emptyTrash(null);
    }
    await pause(1000);
  },

  async compact({ place }) {
    for (const folder of places(place)) {
      await ended((listener) => folder.compact(listener, null));
    }
  },
});
