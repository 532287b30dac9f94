using CardAgent.Guards;
using Microsoft.Extensions.Logging;
using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.Services;

namespace CardAgent;

/// <summary>What this program writes down: who asked for what, and what came of it. No PIN, no number of a request, no text, and no origin that is not on the list.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(1, LogLevel.Information, "{Origin} asks: {Purpose}.")]
    public static partial void Asked(ILogger logger, string origin, StatementPurpose purpose);

    [LoggerMessage(2, LogLevel.Information, "{Origin} gets: {Outcome}.")]
    public static partial void Answered(ILogger logger, string origin, AgentOutcome outcome);

    [LoggerMessage(3, LogLevel.Warning, "A request was refused: {Refusal}.")]
    public static partial void Refused(ILogger logger, Refusal refusal);

    [LoggerMessage(4, LogLevel.Information, "{Origin} gets nothing: cancelled on the home page.")]
    public static partial void Dropped(ILogger logger, string origin);
}
