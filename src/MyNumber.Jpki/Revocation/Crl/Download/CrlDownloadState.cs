namespace MyNumber.Jpki.Revocation.Crl.Download;

/// <summary>What became of one request for a list.</summary>
public enum CrlDownloadState
{
    /// <summary>No answer in time, no connection, or an HTTP status that is not a success.</summary>
    Unreachable = 0,

    /// <summary>The list came and is held.</summary>
    Taken,

    /// <summary>The server says that the list held is still its newest (304).</summary>
    NotModified,

    /// <summary>Something came that is not a list to be held; the reason stands beside it.</summary>
    Refused,

    /// <summary>Longer than allowed; given up.</summary>
    TooLong,
}
