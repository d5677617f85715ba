//! The mail as files for the tracking system: in a private folder for an hour, or on the school's file share.

use jiff::{SignedDuration, Timestamp};
use mailwijs_store::{Kin, Sighting, Sought};

use super::looker::is_remote;
use crate::cases::ByHistory;
use crate::desktop::state::State;
use crate::error::{AppError, ErrorCode};
use crate::export::{KEPT_FOR, PrivateFolder};
use crate::ipc::{ExportDto, OutcomeDto};

/// A mail that was put in a folder; dropping it wipes the folder.
pub struct Export {
    folder: PrivateFolder,
    until: Timestamp,
}

impl Export {
    /// Until when it stays.
    pub fn until(&self) -> Timestamp {
        self.until
    }

    /// For a window.
    pub fn dto(&self) -> ExportDto {
        let names = self.folder.files().iter().filter_map(|file| file.file_name());
        ExportDto {
            folder: self.folder.path().display().to_string(),
            files: names.map(|name| name.to_string_lossy().into_owned()).collect(),
            until: self.until.to_string(),
        }
    }
}

/// The mail of a case, as it goes out.
pub struct Printed {
    pub message: Vec<u8>,
    pub pdf: Vec<u8>,
}

impl State {
    /// Puts the mail and its files in a private folder.
    pub(super) fn export_case(&mut self, id: u32) -> Result<OutcomeDto, AppError> {
        let printed = self.print_mail_of_case(id)?;
        let unnamed = self.texts.get("export-unnamed", &[]);
        let failed = |error| AppError::new(ErrorCode::ExportFailed).because(error);
        let folder = self
            .folders
            .create(&printed.message, &printed.pdf, &unnamed)
            .map_err(failed)?;
        let now = self.now().timestamp();
        let one = self.case_mut(id)?;
        one.case.hand();
        one.export = Some(Export {
            folder,
            until: SignedDuration::try_from(KEPT_FOR)
                .map_or(now, |hour| now.checked_add(hour).unwrap_or(now)),
        });
        let args = [("system", mailwijs_i18n::Arg::from(self.tracking_system()))];
        Ok(OutcomeDto {
            message: self.texts.get("case-exported", &args),
            ..OutcomeDto::done()
        })
    }

    /// Shows the folder in the system's file manager.
    pub(super) fn open_export(&mut self, id: u32) -> Result<OutcomeDto, AppError> {
        let export = self
            .case_mut(id)?
            .export
            .as_ref()
            .filter(|export| export.folder.is_there());
        let export = export.ok_or_else(|| AppError::new(ErrorCode::MailGone))?;
        Ok(OutcomeDto {
            folder: Some(export.folder.path().display().to_string()),
            ..OutcomeDto::done()
        })
    }

    /// The mail of a case as it stands in a store now, and on paper.
    pub(super) fn print_mail_of_case(&mut self, id: u32) -> Result<Printed, AppError> {
        let gone = || AppError::new(ErrorCode::MailGone);
        let message = self.mail_of_case(id).ok_or_else(gone)?;
        let pdf = self.mail_on_paper(&mailwijs_mail::parse(&message));
        let failed = |error| AppError::new(ErrorCode::ExportFailed).because(error);
        Ok(Printed {
            pdf: pdf.map_err(failed)?,
            message,
        })
    }

    /// Read from the first place where it stands; compared, since another mail may stand there by now. From a server it came
    /// already, to be shown.
    fn mail_of_case(&self, id: u32) -> Option<Vec<u8>> {
        let one = self.cases.all.get(&id)?;
        let keyed = ByHistory(self.memory.hasher());
        let stores = self.all_stores();
        let read = |place: &Sighting| {
            if is_remote(&place.key) {
                return one.bytes.clone();
            }
            let store = stores.iter().find(|store| store.root == place.store)?;
            Some(store.message_at(&place.key).ok()??.bytes)
        };
        let is_it = |message: &Vec<u8>| {
            let found = Sought::of(0, &mailwijs_mail::parse(message), &keyed);
            found.content == one.sought.content && found.message_id == one.sought.message_id
        };
        let same = one.places.values().filter(|place| place.kin == Kin::Same);
        same.filter_map(read).find(is_it)
    }
}
