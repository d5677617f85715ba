//! A key store in a drawer: keeps the key in the test's own memory, or is locked.

use std::cell::RefCell;

use mailwijs_history::{Key, KeyStore, KeyStoreError};

#[derive(Default)]
pub struct Drawer {
    pub key: RefCell<Option<Key>>,
    pub locked: bool,
}

impl Drawer {
    pub fn locked() -> Self {
        Self {
            locked: true,
            ..Self::default()
        }
    }

    fn open(&self) -> Result<(), KeyStoreError> {
        if self.locked {
            Err(KeyStoreError::Absent)
        } else {
            Ok(())
        }
    }
}

impl KeyStore for Drawer {
    fn read(&self) -> Result<Option<Key>, KeyStoreError> {
        self.open()?;
        Ok(self.key.borrow().clone())
    }

    fn write(&self, key: &Key) -> Result<(), KeyStoreError> {
        self.open()?;
        *self.key.borrow_mut() = Some(key.clone());
        Ok(())
    }

    fn forget(&self) -> Result<(), KeyStoreError> {
        self.open()?;
        *self.key.borrow_mut() = None;
        Ok(())
    }
}
