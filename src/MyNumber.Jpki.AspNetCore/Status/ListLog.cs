using Microsoft.Extensions.Logging;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation.Crl.Download;

namespace MyNumber.Jpki.AspNetCore.Status;

/// <summary>What the lists write to the log. Numbers and names are stable; no entry of a list is in it.</summary>
internal static partial class ListLog
{
    [LoggerMessage(7021, LogLevel.Information, "Lists of {Purpose} restored from the folder: {Taken} taken, {Refused} passed over.", EventName = "ListsRestored")]
    public static partial void Restored(ILogger logger, CertificatePurpose purpose, int taken, int refused);

    [LoggerMessage(7022, LogLevel.Information, "A list of {Purpose} was taken from {Address}.", EventName = "ListTaken")]
    public static partial void Taken(ILogger logger, CertificatePurpose purpose, string address);

    [LoggerMessage(7023, LogLevel.Debug, "The list of {Purpose} at {Address} is the one held.", EventName = "ListUnchanged")]
    public static partial void Unchanged(ILogger logger, CertificatePurpose purpose, string address);

    [LoggerMessage(
        7024, LogLevel.Warning, "No list of {Purpose} was taken from {Address}: {State} ({Reason}, HTTP {HttpStatus}), {Failures} in a row; next try {Due:u}.", EventName = "ListNotTaken")]
    public static partial void NotTaken(
        ILogger logger, CertificatePurpose purpose, string address, CrlDownloadState state, VerificationReason reason, int? httpStatus, int failures, DateTimeOffset due);

    [LoggerMessage(7025, LogLevel.Warning, "A list of {Purpose} is held and could not be saved: look at the folder's disk and rights.", EventName = "ListNotSaved")]
    public static partial void NotSaved(ILogger logger, CertificatePurpose purpose);

    [LoggerMessage(7026, LogLevel.Warning, "Every list of {Purpose} is past its nextUpdate; the host starts because it was told to.", EventName = "ListsPastTheirEnd")]
    public static partial void PastTheirEnd(ILogger logger, CertificatePurpose purpose);

    [LoggerMessage(7027, LogLevel.Error, "Fetching lists of {Purpose} ended by {Failure} and begins again in {Wait}.", EventName = "ListLoopEnded")]
    public static partial void LoopEnded(ILogger logger, CertificatePurpose purpose, string failure, TimeSpan wait);

    [LoggerMessage(7028, LogLevel.Information, "{Count} lists that ended long ago were forgotten.", EventName = "ListsForgotten")]
    public static partial void Forgotten(ILogger logger, int count);
}
