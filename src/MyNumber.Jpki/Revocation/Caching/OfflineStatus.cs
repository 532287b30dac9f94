namespace MyNumber.Jpki.Revocation.Caching;

/// <summary>Whether a cache may ask the source behind it.</summary>
public enum OfflineStatus
{
    /// <summary>Online: what is not at hand is asked for.</summary>
    AskWhatIsNotAtHand = 0,

    /// <summary>Offline: nothing is asked. What is not at hand is Unreachable with <see cref="VerificationReason.StatusNotAtHand"/>.</summary>
    NeverAsk,
}
