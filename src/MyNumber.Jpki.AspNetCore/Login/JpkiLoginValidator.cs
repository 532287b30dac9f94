using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Login;

/// <summary>Judges a scheme's options when the host starts; every message says what to do.</summary>
internal sealed class JpkiLoginValidator(
    IOptions<AuthenticationOptions> authentication, IEnumerable<IConfigureOptions<JpkiLoginOptions>> setups, IEnumerable<IPostConfigureOptions<JpkiLoginOptions>> postSetups)
    : IValidateOptions<JpkiLoginOptions>
{
    private readonly OptionsFactory<JpkiLoginOptions> _unvalidated = new(setups, postSetups); // what validates would come back here without end

    public ValidateOptionsResult Validate(string? name, JpkiLoginOptions options)
    {
        if (!options.HasCommon)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> problems = [.. Problems(options), .. SharedPaths(name, options)];
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
        Add(problems, options.RemoteAuthenticationTimeout < options.ChallengeLifetime,
            "set RemoteAuthenticationTimeout to at least ChallengeLifetime, or leave it out: without the correlation cookie, which lives as long, no answer is taken.");
        Add(problems, options.CorrelationCookie is not { SameSite: SameSiteMode.None, SecurePolicy: not CookieSecurePolicy.None },
            "leave CorrelationCookie with SameSite None and SecurePolicy Always: the answer is a post from the card agent's site, with which browsers send no other cookie.");
        Add(problems, options.RejectedPath is { } path && (!SiteOrigin.IsLocalPath(path) || path.Contains('#', StringComparison.Ordinal)), "set RejectedPath to a path of this site without a fragment, such as /login/refused.");
        Add(problems, options.CorrelationCookie is { Name: { } name } cookie && name.StartsWith("__Host-", StringComparison.Ordinal) && cookie is not { Path: "/", Domain: null, SecurePolicy: CookieSecurePolicy.Always },
            "give CorrelationCookie another Name: browsers take one that begins with __Host- only with the Path /, without a Domain and with the SecurePolicy Always.");
        return problems;
    }

    // Told once, of the scheme that was added later.
    private IEnumerable<string> SharedPaths(string? name, JpkiLoginOptions options) => authentication.Value.Schemes
        .TakeWhile(other => other.Name != name)
        .Where(other => other.HandlerType == typeof(JpkiLoginHandler) && _unvalidated.Create(other.Name).CallbackPath == options.CallbackPath)
        .Select(other => $"give it a CallbackPath of its own: {options.CallbackPath} is that of scheme '{other.Name}' too, and one of the two would get the answers of both.");

    private static void Add(List<string> problems, bool isWrong, string problem)
    {
        if (isWrong)
        {
            problems.Add(problem);
        }
    }
}
