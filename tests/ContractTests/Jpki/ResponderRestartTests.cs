using System.Data.Common;
using MyNumber.Jpki;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status.Storage;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Paths;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Numbering.People;
using MyNumber.Numbering.Storage;
using MyNumber.TestKit;
using MyNumber.Testing;
using MyNumber.Testing.Keys;
using Npgsql;

namespace MyNumber.ContractTests.Jpki;

/// <summary>The responder over a database that is killed and comes back: it answers from memory meanwhile, and catches up with what others wrote.</summary>
public sealed class ResponderRestartTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 4, 1, 3, 0, 5, TimeSpan.Zero));

    [SkippableFact]
    public async Task Responder_answers_through_a_restart_of_the_database_and_catches_up_afterwards()
    {
        using PostgresServer server = PostgresServer.Start();
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(server.ConnectionString);
        await new SqlCertificateRegister(source, SqlDialect.PostgreSql).CreateTablesAsync();
        LabAuthority lab = await OpenAsync(source);
        VerifiedPath[] paths = [await IssueAsync(lab), await IssueAsync(lab)];
        await lab.Responder.PresignAsync();
        RevocationState[] good = [RevocationState.Good, RevocationState.Good];

        Task restart = Task.Run(server.KillAndRestart);
        int asked = 0;
        while (!restart.IsCompleted)
        {
            Ask(lab, paths).ShouldBe(good);
            asked++;
            await Task.Yield();
        }

        await restart;
        asked.ShouldBeGreaterThan(0);
        LabAuthority other = await AgainAsync(() => OpenAsync(source));
        await AgainAsync(async () => await other.Statuses.HoldAsync(paths[0].Certificate.Identity));
        Ask(lab, paths).ShouldBe(good, "nobody told it yet");
        await lab.Statuses.CatchUpAsync();
        Ask(lab, paths).ShouldBe([RevocationState.Held, RevocationState.Good]);
    }

    private RevocationState[] Ask(LabAuthority lab, VerifiedPath[] paths)
    {
        OcspResponseVerifier verifier = new(new OcspOptions { NoncePolicy = OcspNoncePolicy.Off }, _clock);
        return [.. paths.Select(path => verifier.Verify(lab.Responder.Answer(OcspRequest.Encode(path.Certificate, path.Issuer, OcspCertIdHash.Sha256)), path).State)];
    }

    /// <summary>Connections that the kill cut stand in the pool until somebody finds out.</summary>
    private static async Task<T> AgainAsync<T>(Func<Task<T>> call)
    {
        for (int round = 0; round < 20; round++)
        {
            try
            {
                return await call();
            }
            catch (DbException)
            {
                await Task.Yield();
            }
        }

        return await call();
    }

    private async Task<LabAuthority> OpenAsync(NpgsqlDataSource source)
    {
        LabAuthorityKeys keys = LabAuthorityKeys.Of(
            LabKeyPool.Load(30), LabKeyPool.Load(0), LabKeyPool.Load(1), LabKeyPool.Load(31), LabKeyPool.Load(2), LabKeyPool.Load(3), LabKeyPool.Load(4));
        return await LabAuthority.OpenAsync(keys, _clock, new SqlCertificateRegister(source, SqlDialect.PostgreSql));
    }

    private async Task<VerifiedPath> IssueAsync(LabAuthority lab)
    {
        using System.Security.Cryptography.RSA key = LabKeyPool.Load(6);
        CardCertificates card = await lab.IssueAsync(new CardIssuance
        {
            Holder = new HolderAttributes(new FourAttributes("架空　花子", "東京都清瀬市架空町１－２－３", new BirthDate(new DateOnly(1980, 2, 17)), Sex.Female)),
            Municipality = new Municipality("13221", "Tokyo-to", "Kiyose-shi"),
            CardExpiry = new DateOnly(2035, 2, 17),
            UserAuthenticationKey = key.ExportSubjectPublicKeyInfo(),
        });
        TrustAnchorSet anchors = new(
            CertificatePurpose.UserAuthentication,
            JpkiEnvironment.Lab,
            lab.Anchors(CertificatePurpose.UserAuthentication).Select(der => TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : null!),
            [CertificateProfiles.CardUserAuthentication]);
        JpkiCertificate.TryParse(card.UserAuthentication.Encoded.Span, out JpkiCertificate? certificate, out _).ShouldBeTrue();
        new PathVerifier(anchors).Verify(certificate!, _clock.GetUtcNow(), out VerifiedPath? path).ShouldBe(VerificationReason.None);
        return path!;
    }
}
