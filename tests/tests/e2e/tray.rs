//! A panel's side of the tray: takes the icon, reads its menu, chooses from it. All over the session bus.
#![expect(
    clippy::needless_pass_by_value,
    clippy::unused_self,
    clippy::used_underscore_binding,
    reason = "the bus prescribes the shape of these methods"
)]

use crate::desktop::Desktop;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use zbus::blocking::{Connection, Proxy, connection};
use zbus::zvariant::{OwnedValue, Value};

type Node = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// An icon in the tray: the program's name on the bus, and the object it registered.
type Icon = (String, String);

/// A panel that shows the tray.
pub struct Tray {
    bus: Connection,
    icons: Arc<Mutex<Vec<Icon>>>,
}

impl Tray {
    /// Must run before the app starts.
    pub fn show(desktop: &Desktop) -> Self {
        let icons = Arc::<Mutex<Vec<Icon>>>::default();
        let bus = connection::Builder::address(desktop.bus())
            .and_then(|bus| bus.name("org.kde.StatusNotifierWatcher"))
            .and_then(|bus| {
                bus.serve_at(
                    "/StatusNotifierWatcher",
                    Watcher {
                        icons: Arc::clone(&icons),
                    },
                )
            })
            .and_then(connection::Builder::build)
            .expect("a panel on the session bus");
        Self { bus, icons }
    }

    /// The menu's entries, in order, those of submenus after their own entry.
    pub fn labels(&self) -> Vec<String> {
        self.entries().into_iter().map(|(_, label)| label).collect()
    }

    /// Chooses the entry with these words.
    pub fn choose(&self, words: &str) {
        let entries = self.entries();
        let (id, _) = entries
            .iter()
            .find(|(_, label)| label.contains(words))
            .expect("an entry with these words");
        let menu = self.menu().expect("a menu");
        menu.call_method("Event", &(*id, "clicked", Value::from(""), 0_u32))
            .expect("the entry is chosen");
    }

    fn entries(&self) -> Vec<(i32, String)> {
        let mut found = Vec::new();
        if let Some(menu) = self.menu() {
            let layout: zbus::Result<(u32, Node)> =
                menu.call("GetLayout", &(0_i32, -1_i32, Vec::<String>::new()));
            if let Ok((_, root)) = layout {
                collect(root, &mut found);
            }
        }
        found
    }

    fn menu(&self) -> Option<Proxy<'static>> {
        let (program, icon) = self.icons.lock().expect("the icons").first()?.clone();
        let item = Proxy::new(&self.bus, program.clone(), icon, "org.kde.StatusNotifierItem").ok()?;
        let menu: zbus::zvariant::OwnedObjectPath = item.get_property("Menu").ok()?;
        Proxy::new(&self.bus, program, menu, "com.canonical.dbusmenu").ok()
    }
}

fn collect((id, properties, children): Node, found: &mut Vec<(i32, String)>) {
    if let Some(Ok(label)) = properties
        .get("label")
        .map(|label| String::try_from(label.clone()))
    {
        found.push((id, label));
    }
    for child in children {
        collect(Node::try_from(child).expect("an entry of the menu"), found);
    }
}

struct Watcher {
    icons: Arc<Mutex<Vec<Icon>>>,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, icon: String, #[zbus(header)] header: zbus::message::Header<'_>) {
        let program = header.sender().expect("a sender").to_string();
        self.icons.lock().expect("the icons").push((program, icon));
    }

    fn register_status_notifier_host(&self, _host: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.icons
            .lock()
            .expect("the icons")
            .iter()
            .map(|(program, icon)| format!("{program}{icon}"))
            .collect()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}
