using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>Judges when the host starts whether account links are kept somewhere and can be asked for; every message says what to do.</summary>
internal sealed class AccountLinkValidator(AccountLinkRegistration registration, IServiceProvider services) : IValidateOptions<JpkiOptions>
{
    public ValidateOptionsResult Validate(string? name, JpkiOptions options)
    {
        List<string> problems = [.. Problems()];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems()
    {
        if (!registration.HasLinkServices)
        {
            yield return "AddAccountLinks asks the authority which certificates belong together, and nobody answers: register an ISerialLinkService and an ISuccessorService over your operator's interface, "
                + "or for a trial call UseEmulator (MyNumber.Testing).";
        }

        // A host that says nothing of its environment may be a public one.
        if (registration.LacksStore && services.GetService<IHostEnvironment>()?.IsProduction() != false)
        {
            yield return "AddAccountLinks keeps links in this process, and this host's environment is Production (or it has none): they would be gone at the next start, and nobody could log in. "
                + "Register an IAccountLinkStore such as SqlAccountLinkStore, or for a trial set ASPNETCORE_ENVIRONMENT (or DOTNET_ENVIRONMENT) to Development.";
        }
    }
}
