using MyNumber.Jpki.Services;

namespace StatusWatch;

/// <summary>From the library's advice to this bank's act. The bank decides; another bank may decide otherwise.</summary>
internal static class BankActs
{
    public static BankAct For(StatusAdvice advice) => advice switch
    {
        StatusAdvice.Continue => BankAct.Continue,
        StatusAdvice.UpdateAttributes or StatusAdvice.FollowRenewal or StatusAdvice.AskForNewCertificate => BankAct.AskForNewCertificate,
        StatusAdvice.RefuseWhileHeld or StatusAdvice.SuspectKey or StatusAdvice.ContactHolder or StatusAdvice.DistrustAuthority or StatusAdvice.Investigate => BankAct.Stop,
        _ => BankAct.Later,
    };
}
