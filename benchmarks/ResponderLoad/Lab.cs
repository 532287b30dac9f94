using System.Security.Cryptography;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Authority.Status.Storage;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Numbering.People;
using MyNumber.Numbering.Storage;
using MyNumber.TestKit;
using MyNumber.Testing.Keys;
using Npgsql;

namespace MyNumber.ResponderLoad;

/// <summary>An authority with many cards, over memory or over a PostgreSQL of its own.</summary>
internal sealed class Lab : IAsyncDisposable
{
    private static readonly Municipality Kiyose = new("13221", "Tokyo-to", "Kiyose-shi");

    private readonly NpgsqlDataSource? _source;

    private Lab(LabAuthority authority, PostgresServer? server, NpgsqlDataSource? source) => (Authority, Server, _source) = (authority, server, source);

    public LabAuthority Authority { get; }

    public PostgresServer? Server { get; }

    public List<VerifiedPath> Paths { get; } = [];

    public static async Task<Lab> OpenAsync(LoadOptions options)
    {
        LabAuthorityKeys keys = LabAuthorityKeys.Of(
            LabKeyPool.Load(30), LabKeyPool.Load(0), LabKeyPool.Load(1), LabKeyPool.Load(31), LabKeyPool.Load(2), LabKeyPool.Load(3), LabKeyPool.Load(4));
        PostgresServer? server = options.HasDatabase ? PostgresServer.Start() : null;
        NpgsqlDataSource? source = server is null ? null : NpgsqlDataSource.Create(server.ConnectionString);
        ICertificateRegister register = new InMemoryCertificateRegister();
        if (source is not null)
        {
            SqlCertificateRegister tables = new(source, SqlDialect.PostgreSql);
            await tables.CreateTablesAsync();
            register = tables;
        }

        Lab lab = new(await LabAuthority.OpenAsync(keys, TimeProvider.System, register), server, source);
        await lab.IssueAsync(options.Cards);
        return lab;
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        Server?.Dispose();
    }

    private async Task IssueAsync(int cards)
    {
        using RSA key = LabKeyPool.Load(6);
        byte[] publicKey = key.ExportSubjectPublicKeyInfo();
        TrustAnchorSet anchors = new(
            CertificatePurpose.UserAuthentication,
            JpkiEnvironment.Lab,
            Authority.Anchors(CertificatePurpose.UserAuthentication).Select(der => TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : null!),
            [CertificateProfiles.CardUserAuthentication]);
        PathVerifier verifier = new(anchors);
        for (int i = 0; i < cards; i++)
        {
            CardCertificates card = await Authority.IssueAsync(Card(publicKey));
            JpkiCertificate.TryParse(card.UserAuthentication.Encoded.Span, out JpkiCertificate? certificate, out _);
            verifier.Verify(certificate!, Authority.Clock.GetUtcNow(), out VerifiedPath? path);
            Paths.Add(path ?? throw new InvalidOperationException("A certificate of the lab does not verify."));
        }
    }

    private CardIssuance Card(byte[] publicKey) => new()
    {
        Holder = new HolderAttributes(new FourAttributes("架空　花子", "東京都清瀬市架空町１－２－３", new BirthDate(new DateOnly(1980, 2, 17)), Sex.Female)),
        Municipality = Kiyose,
        CardExpiry = DateOnly.FromDateTime(Authority.Clock.GetUtcNow().DateTime).AddYears(10),
        UserAuthenticationKey = publicKey,
    };
}
