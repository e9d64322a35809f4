//! `{{method}}`, as Java calls it.

#[allow(unused_imports)]
use crate::boundary::{
    Handed, flag, flags, guarded, hand_over, one, put_back, rows, slice, take_back,
};
use crate::jni::{self, Env, Object};
use kernels::Refused;

/// Called by {{binding}}Ffm.
///
/// # Safety
///
/// Pointers point to as many values as the lengths beside them say, nobody else uses those during
/// the call, and the result may be written to.
#[unsafe(export_name = "{{symbol}}")]
{{ffmSignature}} {
    guarded(|| {
{{ffmBody}}        Ok(())
    })
}
{{release}}
/// Called by {{binding}}Jni.
///
/// # Safety
///
/// Only a JVM may call it.
#[unsafe(export_name = "{{jniCall}}")]
{{jniSignature}} {
    let work = || -> Result<{{jniResult}}, Refused> {
{{jniBody}}    };
    // SAFETY: the JVM vouches for it.
    unsafe { jni::answer(env, status, {{jniNone}}, work) }
}

/// Panics on purpose, so that a test sees that no panic gets out.
///
/// # Safety
///
/// Only a JVM may call it.
#[unsafe(export_name = "{{jniPanic}}")]
pub unsafe extern "system" fn panic_for_jni(_env: Env, _this: Object) -> i32 {
    guarded(|| panic!("on purpose"))
}
