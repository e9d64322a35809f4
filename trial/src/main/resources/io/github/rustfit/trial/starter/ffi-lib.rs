//! The boundary: what Java calls. Every function gives a status and lets no panic out.

mod boundary;
mod jni;

{{modules}}
/// Panics on purpose, so that a test sees that no panic gets out.
#[unsafe(export_name = "{{symbol}}_panic")]
pub extern "C" fn panic_for_ffm() -> i32 {
    boundary::guarded(|| panic!("on purpose"))
}
