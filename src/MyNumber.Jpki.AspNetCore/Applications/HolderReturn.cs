using MyNumber.Jpki.AspNetCore.Agent;
using MyNumber.Jpki.AspNetCore.Problems;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>What a browser brought back: an answer to be verified, or why there is none.</summary>
/// <param name="Rejection">Why there is none.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Session">The session of this browser; empty when the browser is another.</param>
/// <param name="Reference">The application's own text, in the right browser and at the right path only.</param>
internal sealed record HolderReturn(JpkiRejection? Rejection, AgentAnswer? Answer = null, string Session = "", string? Reference = null)
{
    /// <summary>A mask; neither session nor reference is in it.</summary>
    public override string ToString() => "HolderReturn(***)";
}
