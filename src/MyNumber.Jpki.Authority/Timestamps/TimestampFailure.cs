namespace MyNumber.Jpki.Authority.Timestamps;

/// <summary>Why no token is given: the bits of PKIFailureInfo that a timestamp authority may set (RFC 3161 §2.4.2).</summary>
internal enum TimestampFailure
{
    BadAlgorithm = 0,
    BadRequest = 2,
    BadDataFormat = 5,
    TimeNotAvailable = 14,
    UnacceptedPolicy = 15,
    UnacceptedExtension = 16,
}
