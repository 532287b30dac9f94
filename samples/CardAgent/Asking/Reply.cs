using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgent.Asking;

/// <summary>What comes next: a page, an answer to the asker, the word that a request was cancelled here, or nothing when there is no such request.</summary>
/// <param name="Page">The page to show.</param>
/// <param name="Request">Whom the answer goes to, or whose request was cancelled here.</param>
/// <param name="Answer">The answer; <see langword="null"/> when none goes out.</param>
internal readonly record struct Reply(PinAsked? Page, AgentRequest? Request, AgentAnswer? Answer)
{
    /// <summary>No such request.</summary>
    public static Reply Gone => default;

    public static Reply Show(PinAsked page) => new(page, null, null);

    public static Reply Give(AgentRequest request, AgentAnswer answer) => new(null, request, answer);

    public static Reply Drop(AgentRequest request) => new(null, request, null);

    public static Reply Refuse(AgentRequest request, AgentOutcome outcome) => new(null, request, AgentAnswer.Refused(request, outcome));
}
