using Microsoft.Extensions.Logging;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>What asking and receiving writes to the log. Numbers and names are stable; nothing of the holder, no text and no nonce is in it.</summary>
internal static partial class ApplicationLog
{
    [LoggerMessage(7011, LogLevel.Debug, "A holder was asked: {Purpose}.", EventName = "HolderAsked")]
    public static partial void Asked(ILogger logger, StatementPurpose purpose);

    [LoggerMessage(7012, LogLevel.Warning, "No challenge could be issued: the store is full.", EventName = "HolderChallengeStoreFull")]
    public static partial void StoreFull(ILogger logger);

    [LoggerMessage(7015, LogLevel.Error, "The store of challenges failed with {Failure}; the answer is undetermined.", EventName = "HolderChallengeStoreFailed")]
    public static partial void StoreFailed(ILogger logger, string failure);

    [LoggerMessage(7013, LogLevel.Information, "A holder's answer was accepted: {Purpose}.", EventName = "HolderAnswerAccepted")]
    public static partial void Accepted(ILogger logger, StatementPurpose purpose);

    [LoggerMessage(7014, LogLevel.Information, "A holder's answer was refused: {Purpose}, {Code} ({Outcome}).", EventName = "HolderAnswerRefused")]
    public static partial void Refused(ILogger logger, StatementPurpose purpose, string code, VerificationOutcome outcome);
}
