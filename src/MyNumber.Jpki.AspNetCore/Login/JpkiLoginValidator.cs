using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>Judges a scheme's options when the host starts; every message says what to do.</summary>
internal sealed class JpkiLoginValidator : IValidateOptions<JpkiLoginOptions>
{
    public ValidateOptionsResult Validate(string? name, JpkiLoginOptions options)
    {
        if (!options.HasCommon)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> problems = Problems(options);
        if (problems.Count == 0 && options.Verifier is null)
        {
            problems.Add("Logins are verified with the anchors of the user-authentication certificate: set UserAuthentication.AnchorFiles or UserAuthentication.Anchors in AddMyNumberJpki.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(problem => $"Scheme '{name}': {problem}"));
    }

    /// <summary>What is wrong with the settings by themselves.</summary>
    public static List<string> Problems(JpkiLoginOptions options)
    {
        List<string> problems = [];
        Add(problems, !SiteOrigin.IsOrigin(options.Origin), "set Origin to what the browser shows, scheme (https; http on this machine alone), host and port in lower case without a path, such as https://bank.example.");
        Add(problems, options.Audience is { } audience && !HolderStatement.IsName(audience), "set Audience to 1 to 512 characters of printable ASCII without space, or leave it out for the origin.");
        Add(problems, options.SubjectKey.Length < JpkiLoginOptions.MinimumSubjectKeyLength, "set SubjectKey to at least 32 random bytes from the application's secrets, and keep them for ever.");
        Add(problems, options.AgentAddress is null || !SiteOrigin.IsPrivate(options.AgentAddress), $"set AgentAddress to an absolute address, https or on this machine http, such as {JpkiOptions.DefaultAgentAddress}.");
        Add(problems, options.ChallengeLifetime <= TimeSpan.Zero || options.ChallengeLifetime > CardSite.LongestLifetime, "set ChallengeLifetime to more than zero and at most one hour.");
        Add(problems, options.RejectedPath is { } path && (!SiteOrigin.IsLocalPath(path) || path.Contains('#', StringComparison.Ordinal)), "set RejectedPath to a path of this site without a fragment, such as /login/refused.");
        Add(problems, options.CorrelationCookie is { Name: { } name } cookie && name.StartsWith("__Host-", StringComparison.Ordinal) && cookie is not { Path: "/", Domain: null, SecurePolicy: CookieSecurePolicy.Always },
            "give CorrelationCookie another Name: browsers take one that begins with __Host- only with the Path /, without a Domain and with the SecurePolicy Always.");
        return problems;
    }

    private static void Add(List<string> problems, bool isWrong, string problem)
    {
        if (isWrong)
        {
            problems.Add(problem);
        }
    }
}
