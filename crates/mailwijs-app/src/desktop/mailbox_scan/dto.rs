//! How the scan goes, as the page shows it.

use super::Stage;
use crate::desktop::state::State;
use crate::ipc::ScanDto;

impl State {
    /// How the scan goes; `None` before there was one.
    pub(in crate::desktop) fn scan_dto(&self) -> Option<ScanDto> {
        let kept = self.scan.kept.as_ref()?;
        let at = &self.scan.at;
        let state = match kept.stage {
            Stage::Running => "running",
            Stage::Paused => "paused",
            Stage::Done => "done",
        };
        let is_running = kept.stage == Stage::Running;
        Some(ScanDto {
            state: state.to_owned(),
            period: kept.period.clone(),
            since: kept.since.clone(),
            share: at.share.filter(|_| is_running),
            place: if is_running {
                at.place.clone()
            } else {
                String::new()
            },
            messages: as_u32(at.messages.max(kept.messages)),
            found: as_u32(at.found.max(kept.found)),
            unread: as_u32(at.errors.max(kept.errors)),
            when: kept.when.to_string(),
            troubles: self.scan.troubles.clone(),
        })
    }
}

fn as_u32(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
