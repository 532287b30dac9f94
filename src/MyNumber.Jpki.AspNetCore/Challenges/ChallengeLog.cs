using Microsoft.Extensions.Logging;

namespace MyNumber.Jpki.AspNetCore.Challenges;

/// <summary>What keeping challenges in a database writes to the log. Numbers and names are stable; no nonce is in it.</summary>
internal static partial class ChallengeLog
{
    [LoggerMessage(7031, LogLevel.Debug, "{Count} challenges that nobody took in time were removed.", EventName = "LapsedChallengesRemoved")]
    public static partial void LapsedRemoved(ILogger logger, int count);

    [LoggerMessage(7032, LogLevel.Warning, "Removing challenges that nobody took in time ended by {Failure} and begins again in {Wait}.", EventName = "LapsedChallengesNotRemoved")]
    public static partial void SweepFailed(ILogger logger, string failure, TimeSpan wait);
}
