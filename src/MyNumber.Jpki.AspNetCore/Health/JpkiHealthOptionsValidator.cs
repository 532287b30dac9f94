using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Configuration;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Health;

/// <summary>Judges the limits when the host starts; every message says what to do.</summary>
internal sealed class JpkiHealthOptionsValidator(IServiceProvider services) : IValidateOptions<JpkiHealthOptions>
{
    public ValidateOptionsResult Validate(string? name, JpkiHealthOptions options)
    {
        List<string> problems = [.. Problems(options)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(JpkiHealthOptions options)
    {
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(JpkiTrust)) == false)
        {
            yield return "AddHealthChecks().AddMyNumberJpki() needs the services of AddMyNumberJpki: call builder.Services.AddMyNumberJpki(...) with anchors too.";
        }

        foreach ((CertificatePurpose purpose, Uri address) in options.ResponderAddresses)
        {
            if (address is null || !SiteOrigin.IsHttp(address))
            {
                yield return $"JpkiHealthOptions.ResponderAddresses has for {purpose} no absolute http or https address: write one such as http://ocsp.example/.";
            }
        }

        if (options.ResponderTimeout <= TimeSpan.Zero || options.ResponderTimeout > TimeSpan.FromMinutes(1))
        {
            yield return "JpkiHealthOptions.ResponderTimeout is out of its range: set more than zero and at most one minute.";
        }

        if (options.KeepResponderResultFor < TimeSpan.FromSeconds(1) || options.KeepResponderResultFor > TimeSpan.FromHours(1))
        {
            yield return "JpkiHealthOptions.KeepResponderResultFor is out of its range: set one second to one hour.";
        }

        if (!Enum.IsDefined(options.WhenResponderRefuses))
        {
            yield return "JpkiHealthOptions.WhenResponderRefuses is none of Unhealthy, Degraded and Healthy: set one of them.";
        }

        if (options.ListsNearEnd < TimeSpan.Zero || options.ListsNearEnd > TimeSpan.FromDays(7))
        {
            yield return "JpkiHealthOptions.ListsNearEnd is out of its range: set zero to seven days, or leave it out.";
        }

        if (options.AnchorsNearEnd < TimeSpan.Zero || options.AnchorsNearEnd > TimeSpan.FromDays(3653))
        {
            yield return "JpkiHealthOptions.AnchorsNearEnd is out of its range: set zero to ten years.";
        }
    }
}
