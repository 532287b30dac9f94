using System.Globalization;
using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Numbering.People;
using MyNumber.Testing;
using MyNumber.Testing.Keys;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Tests.Office;

/// <summary>An office at noon of 2026-04-01 in Japan with applications and keys at hand.</summary>
internal sealed class Counter
{
    internal static readonly ApplicationId First = Id(1), Second = Id(2), Phone = Id(3), OtherPhone = Id(4);

    internal Counter(OfficeRules? rules = null, PolicyEnvironment? environment = null)
    {
        Lab = TestLab.At(TestLab.Fixed, new LabAuthorityOptions { Environment = environment ?? PolicyEnvironment.Lab });
        Office = new CertificateOffice(Lab, rules);
    }

    internal LabAuthority Lab { get; }

    internal CertificateOffice Office { get; }

    internal ManualTimeProvider Clock => TestLab.ClockOf(Lab);

    internal static ApplicationId Id(int number) => ApplicationId.Parse("1234567890123456789" + number.ToString("D4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    internal static byte[] Key(int index)
    {
        using RSA key = LabKeyPool.Load(index);
        return key.ExportSubjectPublicKeyInfo();
    }

    internal CertificateApplication Form(ApplicationId id, DateOnly? birth = null) => new()
    {
        Id = id,
        Holder = new HolderAttributes(new FourAttributes("架空　花子", "東京都清瀬市架空町１－２－３", new BirthDate(birth ?? new DateOnly(1980, 2, 17)), Sex.Female)),
        Municipality = TestLab.Kiyose,
        CardExpiry = new DateOnly(2036, 2, 17),
        SignatureKey = Key(5),
        UserAuthenticationKey = Key(6),
    };

    internal async Task<OfficeOutcome> DeliveredAsync(ApplicationId? id = null)
    {
        OfficeOutcome issued = await Office.ApplyAsync(Form(id ?? First));
        issued.IsDone.ShouldBeTrue();
        (await Office.DeliverAsync(id ?? First)).IsDone.ShouldBeTrue();
        return issued;
    }

    internal PhoneApplication PhoneForm(ApplicationId? id = null) => new() { Id = id ?? Phone, SignatureKey = Key(7), UserAuthenticationKey = Key(8) };

    /// <summary>Signs as the card would, with the key of index 5 unless told otherwise.</summary>
    internal byte[] Sign(ReadOnlyMemory<byte> content, IssuedCertificate signer, bool detached = true, int key = 5)
    {
        using RSA card = LabKeyPool.Load(key);
        SignerCredential credential = SignerCredential.Create(signer.Encoded.Span, card);
        return new CmsDocumentSigner(Clock).Sign(credential, content, CmsSigningOptions.Default with { Detached = detached });
    }

    internal async Task<OfficeOutcome> EnrolledAsync(OfficeOutcome card)
    {
        PhoneApplication form = PhoneForm();
        OfficeOutcome enrolled = await Office.EnrolPhoneAsync(form, Sign(form.Content, card.Signature!));
        enrolled.Refusal.ShouldBe(MyNumber.Jpki.Authority.Applications.OfficeRefusal.None, enrolled.Verification.ToString());
        return enrolled;
    }

    internal (IssuedState State, RevocationReason Reason) StatusOf(IssuedCertificate? certificate)
    {
        IssuedStatus status = Lab.Statuses.Find(certificate!.Identity)!.Value;
        return (status.State, status.Reason);
    }
}
