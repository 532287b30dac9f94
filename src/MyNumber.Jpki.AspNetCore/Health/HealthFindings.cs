using Microsoft.Extensions.Diagnostics.HealthChecks;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Health;

/// <summary>Gathers what a check finds by purpose: the worst is the result, and what is not healthy is told.</summary>
internal sealed class HealthFindings
{
    private readonly Dictionary<string, object> _data = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private HealthStatus _worst = HealthStatus.Healthy;

    /// <summary>The beginning of a purpose's keys in the data.</summary>
    public static string Key(CertificatePurpose purpose) => purpose == CertificatePurpose.Signature ? "signature." : "userAuthentication.";

    public void Put(string key, object? value)
    {
        if (value is not null)
        {
            _data[key] = value;
        }
    }

    public void Add(HealthStatus status, string words)
    {
        _worst = status < _worst ? status : _worst;
        if (status != HealthStatus.Healthy)
        {
            _words.Add(words);
        }
    }

    /// <param name="allIsWell">The description when nothing else is to be told.</param>
    public HealthCheckResult Result(string allIsWell) => new(_worst, _words.Count == 0 ? allIsWell : string.Join(' ', _words), exception: null, _data);
}
