namespace MyNumber.Jpki.Revocation;

/// <summary>When a sequence of status sources asks its next source.</summary>
public enum RevocationSequencePolicy
{
    /// <summary>Only when no source before gave a reliable answer. A genuine unknown is an answer and ends the search.</summary>
    NextWhenUnreachable = 0,

    /// <summary>Also when a source says properly that it does not know the certificate.</summary>
    NextWhenUnreachableOrUnknown,
}
