namespace BankPortal;

/// <summary>The portal's own log lines. Nothing personal: a receipt number names an application, not a person.</summary>
internal static partial class PortalLog
{
    [LoggerMessage(1, LogLevel.Error, "The opening of application {Receipt} broke off: {Failure}. It waits for a clerk.")]
    public static partial void BrokenOff(ILogger log, string receipt, string failure);
}
