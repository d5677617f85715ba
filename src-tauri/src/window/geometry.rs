//! Where a card goes on the screen, in physical pixels.

/// A rectangle on the screen, or the part of it that panels leave free.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// The card's place: bottom right of `free`, `margin` away from its edges, never taller than what is free.
pub fn bottom_right(free: Area, width: f64, height: f64, margin: f64) -> Area {
    let height = height.min(free.height - 2.0 * margin).max(1.0);
    Area {
        x: free.x + free.width - width - margin,
        y: free.y + free.height - height - margin,
        width,
        height,
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, bottom_right};

    const SCREEN: Area = Area {
        x: 0.0,
        y: 30.0,
        width: 1280.0,
        height: 770.0,
    };

    #[test]
    fn a_card_sits_in_the_bottom_right_corner() {
        let card = bottom_right(SCREEN, 400.0, 150.0, 16.0);
        assert_eq!(
            card,
            Area {
                x: 864.0,
                y: 634.0,
                width: 400.0,
                height: 150.0
            }
        );
    }

    #[test]
    fn a_card_on_a_second_screen_stays_there() {
        let second = Area { x: 1280.0, ..SCREEN };
        let card = bottom_right(second, 400.0, 150.0, 16.0);
        assert_eq!(
            card,
            Area {
                x: 2144.0,
                y: 634.0,
                width: 400.0,
                height: 150.0
            }
        );
    }

    #[test]
    fn a_tall_card_leaves_the_panels_free() {
        let card = bottom_right(SCREEN, 400.0, 5000.0, 16.0);
        assert_eq!((card.y, card.height), (46.0, 738.0));
    }
}
