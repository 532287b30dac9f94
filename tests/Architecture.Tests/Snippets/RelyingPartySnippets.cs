using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services;
using MyNumber.Jpki.Services.Accounts;
using MyNumber.Jpki.Services.Accounts.Storage;
using MyNumber.Jpki.Services.Consents;
using MyNumber.Jpki.Services.Consents.Storage;
using MyNumber.Jpki.Services.IdentityChecks;
using MyNumber.Jpki.Services.Surveys;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Validation;
using MyNumber.Numbering.Storage;
using MyNumber.Testing;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class RelyingPartySnippets
{
    [Fact]
    public async Task Certificates_are_surveyed()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        CertificateValidator signatureCertificates = world.CreateValidator(CertificatePurpose.Signature);
        Accounts accounts = new(world.Holder.Certificates.Signature!.Encoded);
        string? token = null;
        int acts = 0;
        #region status-survey
        StatusSurvey survey = new(signatureCertificates, StatusCheckPurpose.LivenessCheck);
        SurveyCheckpoint.TryParse(token, out SurveyCheckpoint? checkpoint);            // null: from the beginning
        await foreach (SurveyRow row in survey.RunAsync(accounts, checkpoint))
        {
            if (row.NeedsAction)
            {
                Act(row.Key, row.Check.Advice);                                        // never for an undetermined answer
            }

            token = row.Checkpoint.ToToken();                                          // store it: a later run begins behind this row
        }
        #endregion
        token.ShouldNotBeNull();
        acts.ShouldBe(0);

        void Act(string key, StatusAdvice advice) => acts++;
    }

    [Fact]
    public async Task Consent_is_asked_for_and_taken()
    {
        await using LabWorld world = await LabWorld.StartAsync();
        TimeProvider clock = world.Clock;
        CertificateValidator validator = world.CreateValidator(CertificatePurpose.Signature);
        DocumentVerifier documents = new(validator);
        InMemoryAccountLinkStore accounts = new();
        InMemoryConsentStore store = new();
        NoAuthority authority = new();
        CertificateIdentity holder = world.Holder.Certificates.Signature!.Identity;
        await accounts.ChangeAsync(new AccountLinkChange("account-1", CertificatePurpose.Signature, default, holder, AccountLinkCause.Opening, clock.GetUtcNow()));
        #region consent-take
        ConsentDesk consents = new(documents, accounts, store, authority, clock);      // accounts: the signer must be the account's holder
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        ConsentRequest request = ConsentRequest.Create("見本銀行 口座", explanation: "2026-04", random, clock);
        byte[] signed = await SignAsync(request.Content);                              // by the customer's card, signature key
        ConsentResult consent = await consents.TakeAsync("account-1", request, signed);
        if (consent.Outcome != VerificationOutcome.Valid)
        {
            return;                                                                    // consent.Reason tells the clerk why
        }

        LatestAttributes latest = await consents.FetchAsync(request.Id, "見本銀行 口座");
        #endregion
        latest.State.ShouldBe(LatestAttributesState.ConsentNotInForce);

        Task<byte[]> SignAsync(ReadOnlyMemory<byte> content) => BankSnippets.SignAsync(world.Holder, content.ToArray());
    }

    [Fact]
    public async Task Links_and_consents_are_kept_in_a_database()
    {
        await Should.ThrowAsync<NotSupportedException>(() => KeepAsync(new NoDatabase(), new NoDatabase()));

        static async Task KeepAsync(DbDataSource source, DbDataSource consentSource)
        {
            #region relying-party-database
            SqlAccountLinkStore accounts = new(source, SqlDialect.PostgreSql);             // source: your DbDataSource
            SqlConsentStore consents = new(consentSource, SqlDialect.PostgreSql);          // other rights than the archive of evidence has
            await accounts.CreateTablesAsync();                                            // or run AccountLinkSchema.Statements yourself
            await consents.CreateTablesAsync();
            #endregion
        }
    }

    [Fact]
    public void Identity_check_is_judged()
    {
        #region identity-check
        IdentityCheckResult check = IdentityRules.Default.Judge(new IdentityCheckRequest
        {
            Situation = IdentitySituation.InPerson,
            Day = new DateOnly(2026, 11, 21),
            Documents = [IdentityDocument.ResidentRecordWithNumber, IdentityDocument.DrivingLicence],
        });
        string line = check.ToString();                                                // Sufficient (Number: Sufficient, Person: Sufficient)
        #endregion
        line.ShouldBe("Sufficient (Number: Sufficient, Person: Sufficient)");
    }

    private sealed class Accounts(ReadOnlyMemory<byte> certificate) : ISurveySource
    {
        public async IAsyncEnumerable<SurveyItem> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield return new SurveyItem("account-1", certificate);
        }
    }

    private sealed class NoDatabase : DbDataSource
    {
        public override string ConnectionString => string.Empty;

        protected override DbConnection CreateDbConnection() => throw new NotSupportedException();
    }

    private sealed class NoAuthority : ILatestAttributesProvider
    {
        public ValueTask<AuthorityConsent> PollAsync(string consentId, CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default) => ValueTask.FromResult(default(AuthorityConsent));

        public ValueTask<LatestAttributes> FetchAsync(string consentId, CertificateIdentity signatureCertificate, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(LatestAttributes.Without(LatestAttributesState.NoAnswer));
    }
}
