using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>Judges the options when the host starts; every message says what to do.</summary>
internal sealed class JpkiOptionsValidator(IServiceProvider services) : IValidateOptions<JpkiOptions>
{
    public ValidateOptionsResult Validate(string? name, JpkiOptions options)
    {
        List<string> problems = [];
        foreach (CertificatePurpose purpose in Enum.GetValues<CertificatePurpose>())
        {
            AnchorLoading.Load(options, purpose, JpkiTrust.FolderOf(services), out string? problem);
            Add(problems, problem is not null, problem!);
        }

        Add(problems, !options.Signature.IsConfigured && !options.UserAuthentication.IsConfigured,
            "No anchors are configured: set Signature.AnchorFiles or UserAuthentication.AnchorFiles (or Anchors) in AddMyNumberJpki. The library ships no authority certificate.");
        JudgeHost(problems, options, services.GetService<IHostEnvironment>());
        Add(problems, options.Origin is { } origin && !SiteOrigin.IsOrigin(origin),
            "Origin is not an origin: write scheme (https; http on this machine alone), host and port in lower case without a path, such as https://bank.example.");
        Add(problems, options.Audience is { } audience && !HolderStatement.IsName(audience), "Audience goes into what holders sign: write 1 to 512 characters of printable ASCII without space, or leave it out for the origin.");
        Add(problems, !SiteOrigin.IsPrivate(options.AgentAddress), "AgentAddress must be an absolute address, https or on this machine http, such as " + JpkiOptions.DefaultAgentAddress + ".");
        Add(problems, options.ChallengeLifetime <= TimeSpan.Zero || options.ChallengeLifetime > TimeSpan.FromHours(1), "ChallengeLifetime must be more than zero and at most one hour.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // A host that says nothing of its environment may be a public one.
    private static void JudgeHost(List<string> problems, JpkiOptions options, IHostEnvironment? host)
    {
        bool isProduction = host?.IsProduction() != false;
        Add(problems, isProduction && options.Environment != JpkiEnvironment.Production,
            $"Anchors of the environment {options.Environment} (a lab's, or for tests) are configured and this host's environment is Production (or it has none): set Environment to Production and "
                + "load the anchors of the real service, or for a trial set ASPNETCORE_ENVIRONMENT (or DOTNET_ENVIRONMENT) to Development.");
        Add(problems, !isProduction && options.Environment == JpkiEnvironment.Lab && !host!.IsDevelopment() && !options.AcceptLabAnchorsAlthoughThisHostIsNotDevelopment,
            "A lab's anchors are configured and this host's environment is not Development: everybody may have a lab's keys. Load the anchors of the real service, set ASPNETCORE_ENVIRONMENT "
                + "(or DOTNET_ENVIRONMENT) to Development, or where nobody but you reaches this host set AcceptLabAnchorsAlthoughThisHostIsNotDevelopment.");
    }

    private static void Add(List<string> problems, bool isWrong, string problem)
    {
        if (isWrong)
        {
            problems.Add(problem);
        }
    }
}
