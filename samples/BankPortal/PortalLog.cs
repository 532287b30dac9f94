namespace BankPortal;

/// <summary>The portal's own log lines. Nothing personal: a receipt number names an application, not a person.</summary>
internal static partial class PortalLog
{
    [LoggerMessage(1, LogLevel.Error, "The opening of application {Receipt} broke off: {Failure}. It waits for a clerk.")]
    public static partial void BrokenOff(ILogger log, string receipt, string failure);

    [LoggerMessage(2, LogLevel.Warning, "In the re-check of an account the link to its login could not be asked for: {Failure}.")]
    public static partial void LinkNotAsked(ILogger log, string failure);
}
