using Microsoft.Extensions.Logging;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>What a login writes to the log. Numbers and names are stable; nothing of the holder and no nonce is in it.</summary>
internal static partial class JpkiLoginLog
{
    [LoggerMessage(7001, LogLevel.Debug, "A login challenge was issued.", EventName = "LoginChallengeIssued")]
    public static partial void ChallengeIssued(ILogger logger);

    [LoggerMessage(7002, LogLevel.Warning, "No login challenge could be issued: the store is full.", EventName = "LoginChallengeStoreFull")]
    public static partial void StoreFull(ILogger logger);

    [LoggerMessage(7003, LogLevel.Warning, "A return address outside of this site was asked for and replaced by the site's root.", EventName = "LoginReturnAddressReplaced")]
    public static partial void ReturnAddressReplaced(ILogger logger);

    [LoggerMessage(7004, LogLevel.Information, "A login was accepted.", EventName = "LoginAccepted")]
    public static partial void Accepted(ILogger logger);

    [LoggerMessage(7005, LogLevel.Information, "A login was refused: {Code} ({Outcome}).", EventName = "LoginRefused")]
    public static partial void Refused(ILogger logger, string code, VerificationOutcome outcome);

    [LoggerMessage(7007, LogLevel.Error, "The store of challenges failed with {Failure}; the login is undetermined.", EventName = "LoginChallengeStoreFailed")]
    public static partial void StoreFailed(ILogger logger, string failure);

    [LoggerMessage(7006, LogLevel.Debug, "No page was written for a request that is not of a page itself.", EventName = "LoginChallengeWithoutPage")]
    public static partial void NoPage(ILogger logger);
}
