namespace MyNumber.Jpki.Linting;

/// <summary>How much a finding weighs, heaviest first.</summary>
public enum FindingRank
{
    /// <summary>A standard or a confirmed row is broken, or the verifier refuses it (誤り).</summary>
    Error,

    /// <summary>It differs from what is inferred or told by one source, or is allowed and unwise (警告).</summary>
    Warning,

    /// <summary>Worth knowing; nothing is wrong (注記).</summary>
    Notice,

    /// <summary>It differs from an assumption about something that is not known publicly (不明).</summary>
    NotKnown,
}
