using System.Globalization;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Finds published lists by the path under which a host serves them: <c>sign|auth / older|previous|current|(number of the generation) / full|(municipality code) .crl</c>.</summary>
/// <remarks>Thread safe. Over a register in memory what is due is published when it is asked for; over a database <see cref="CrlSchedule"/> has to run.</remarks>
public sealed class CrlCatalogue
{
    private const string Suffix = ".crl";

    private readonly CertificationAuthority _signature;
    private readonly CertificationAuthority _userAuthentication;
    private readonly CrlSchedule _schedule;
    private readonly bool _publishes;

    internal CrlCatalogue(CertificationAuthority signature, CertificationAuthority userAuthentication, CrlSchedule schedule, bool publishes)
    {
        _signature = signature;
        _userAuthentication = userAuthentication;
        _schedule = schedule;
        _publishes = publishes;
    }

    /// <summary>Finds a list.</summary>
    /// <param name="path">The path, for example <c>auth/current/full.crl</c>.</param>
    /// <returns>The list as it was published, or <see langword="null"/> when there is none under this path.</returns>
    public PublishedCrl? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Split('/') is not [string purposeName, string generationName, string fileName]
            || !fileName.EndsWith(Suffix, StringComparison.Ordinal)
            || AuthorityOf(purposeName) is not { } authority
            || GenerationOf(authority, generationName) is not { } issuer)
        {
            return null;
        }

        if (_publishes)
        {
            _schedule.PublishDue();
        }

        return _schedule.Find(issuer, fileName[..^Suffix.Length]);
    }

    private CertificationAuthority? AuthorityOf(string name) => name switch
    {
        "sign" => _signature,
        "auth" => _userAuthentication,
        _ => null,
    };

    private static AuthorityGeneration? GenerationOf(CertificationAuthority authority, string name)
    {
        IReadOnlyList<AuthorityGeneration> all = authority.Generations;
        int place = name switch
        {
            "current" => all.Count,
            "previous" => all.Count - 1,
            "older" => all.Count - 2,
            _ => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0,
        };
        return place >= 1 && place <= all.Count ? all[place - 1] : null;
    }
}
