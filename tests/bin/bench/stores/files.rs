//! Files that travel along: a PDF with a page of text and a picture, and a photo. The pictures are random bytes.

use std::fmt::Write as _;

use super::random::Random;

/// A file as it is attached.
pub struct Attached {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The file of this number, about as large as asked, in bytes; a PDF and a photo in turn.
pub fn file(number: usize, size: usize, random: &mut Random) -> Attached {
    if number.is_multiple_of(2) {
        Attached {
            name: format!("verslag-{number}.pdf"),
            media_type: "application/pdf",
            bytes: pdf(number, &random.bytes(size.saturating_sub(1000))),
        }
    } else {
        let head = b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00";
        Attached {
            name: format!("foto-{number}.jpg"),
            media_type: "image/jpeg",
            bytes: [head.as_slice(), &random.bytes(size), b"\xFF\xD9"].concat(),
        }
    }
}

/// A PDF of one page: some lines of text, and a picture of these bytes.
fn pdf(number: usize, picture: &[u8]) -> Vec<u8> {
    let lines = (1..=20).map(|line| {
        format!("0 -18 Td (Verslag {number}, punt {line}: de klasraad komt samen over de uitstap.) Tj\n")
    });
    let text = format!("BT /F1 11 Tf 60 780 Td\n{}ET\n", lines.collect::<String>());
    let stream = |dictionary: &str, bytes: &[u8]| {
        let head = format!("<< {dictionary} /Length {} >>\nstream\n", bytes.len());
        [head.as_bytes(), bytes, b"\nendstream"].concat()
    };
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources \
          << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> >>"
            .to_vec(),
        stream("", text.as_bytes()),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
        stream(
            "/Type /XObject /Subtype /Image /Width 100 /Height 100 /ColorSpace /DeviceRGB \
             /BitsPerComponent 8 /Filter /DCTDecode",
            picture,
        ),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = "0000000000 65535 f \n".to_owned();
    for (object, number) in objects.iter().zip(1..) {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        file.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let (at, count) = (file.len(), objects.len() + 1);
    let end =
        format!("xref\n0 {count}\n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n");
    file.extend_from_slice(end.as_bytes());
    file
}

#[cfg(test)]
mod tests {
    use mailwijs_attach::{Limits, extract};

    use super::*;

    #[test]
    fn the_text_of_a_pdf_can_be_read() {
        let file = file(4, 50_000, &mut Random::new(1));
        assert!(
            (49_000..60_000).contains(&file.bytes.len()),
            "{}",
            file.bytes.len()
        );
        let read = extract(&file.name, file.media_type, &file.bytes, &Limits::default());
        assert!(read.text.contains("Verslag 4, punt 20: de klasraad"), "{read:?}");
    }
}
