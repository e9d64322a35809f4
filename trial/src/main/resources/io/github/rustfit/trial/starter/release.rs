
/// Called by {{binding}}Ffm when it has copied the result.
///
/// # Safety
///
/// The result comes from the function above, and is given back once.
#[unsafe(export_name = "{{symbol}}_release")]
pub unsafe extern "C" fn release(data: *mut {{element}}, length: i64) {
    // SAFETY: the caller vouches for it.
    unsafe { take_back(data, length) };
}
