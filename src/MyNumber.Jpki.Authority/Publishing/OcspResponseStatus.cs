namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>OCSPResponseStatus (RFC 6960 §4.2.1).</summary>
public enum OcspResponseStatus
{
    /// <summary>There is an answer.</summary>
    Successful = 0,

    /// <summary>The request could not be read.</summary>
    MalformedRequest = 1,

    /// <summary>The responder failed.</summary>
    InternalError = 2,

    /// <summary>Ask again later.</summary>
    TryLater = 3,

    /// <summary>The request must be signed.</summary>
    SigRequired = 5,

    /// <summary>The responder does not answer for the issuer asked about, or not to this client.</summary>
    Unauthorized = 6,
}
