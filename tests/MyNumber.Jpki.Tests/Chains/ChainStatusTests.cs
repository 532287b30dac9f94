using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Chains;

namespace MyNumber.Jpki.Tests.Chains;

/// <summary>Status by lists: which list speaks, who may sign it, and what it says.</summary>
public sealed class ChainStatusTests : IDisposable
{
    private const string UnknownCritical = "300E06052A030405060101FF04020500";

    private readonly ChainLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public void Of_two_fresh_lists_the_newer_speaks()
    {
        ListShape older = new() { From = ChainLab.Now.AddHours(-2) };
        ListShape hold = new() { Number = 2, Entries = [new(4, ListEntry.Hold)] };
        Judge(List(older), List(hold)).ShouldBe((VerificationOutcome.Invalid, VerificationReason.Held));
        Judge(List(older with { Entries = hold.Entries }), List(new ListShape())).ShouldBe((VerificationOutcome.Valid, VerificationReason.None));
    }

    [Fact]
    public void Of_two_lists_of_one_instant_the_graver_speaks()
    {
        byte[] clean = List(new ListShape()), revoked = List(new ListShape { Entries = [new(4)] });
        Judge(clean, revoked).Reason.ShouldBe(VerificationReason.Revoked);
        Judge(revoked, clean).Reason.ShouldBe(VerificationReason.Revoked);
    }

    [Theory]
    [InlineData("hold before revocation", ListEntry.Hold, ListEntry.KeyCompromise)]
    [InlineData("revocation before hold", ListEntry.KeyCompromise, ListEntry.Hold)]
    [InlineData("hold before no reason", ListEntry.Hold, "")]
    public void Of_two_entries_for_one_serial_the_graver_speaks(string description, string first, string second) =>
        Judge(List(new ListShape { Entries = [new(4, first), new(4, second)] })).ShouldBe((VerificationOutcome.Invalid, VerificationReason.Revoked), description);

    [Fact]
    public void A_removal_in_a_complete_list_makes_it_useless() =>
        Judge(List(new ListShape { Entries = [new(4, ListEntry.Removed)] })).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusMalformed));

    [Fact]
    public void A_list_with_an_unknown_critical_extension_is_not_used() =>
        Judge(List(new ListShape { Extensions = [UnknownCritical] })).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ChainCrlExtensionUnrecognised));

    [Fact]
    public void A_list_for_some_reasons_is_not_enough()
    {
        // onlySomeReasons [3] with keyCompromise alone
        const string KeyCompromiseOnly = "30100603551D1C0101FF0406300483020640";
        Judge(List(new ListShape { Extensions = [KeyCompromiseOnly] })).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.ChainCrlReasonsNotCovered));
    }

    [Theory]
    [InlineData("delta revokes", "", ListEntry.KeyCompromise, VerificationReason.Revoked)]
    [InlineData("delta lifts a hold", ListEntry.Hold, ListEntry.Removed, VerificationReason.None)]
    [InlineData("delta turns a hold into a revocation", ListEntry.Hold, ListEntry.KeyCompromise, VerificationReason.Revoked)]
    [InlineData("delta does not lift a revocation", ListEntry.KeyCompromise, ListEntry.Removed, VerificationReason.Revoked)]
    public void A_delta_list_changes_what_its_base_says(string description, string inBase, string inDelta, VerificationReason expected)
    {
        ListShape complete = new() { Number = 5, Entries = inBase.Length == 0 ? [] : [new(4, inBase)] };
        byte[] delta = List(new ListShape { Number = 6, Entries = [new(4, inDelta)], Extensions = [DeltaFrom(5)] });
        Judge(List(complete), delta).Reason.ShouldBe(expected, description);
    }

    [Theory]
    [InlineData("begins after the base", 6, 7)]
    [InlineData("is not newer than the base", 3, 5)]
    public void A_delta_list_that_does_not_fit_its_base_says_nothing(string description, byte from, byte number)
    {
        byte[] delta = List(new ListShape { Number = number, Entries = [new(4)], Extensions = [DeltaFrom(from)] });
        Judge(List(new ListShape { Number = 5 }), delta).Reason.ShouldBe(VerificationReason.None, description);
        Judge(delta).ShouldBe((VerificationOutcome.Undetermined, VerificationReason.StatusOutOfScope), description);
    }

    [Theory]
    [InlineData("revoked in the base", ListEntry.KeyCompromise, VerificationReason.Revoked)]
    [InlineData("held in the base", ListEntry.Hold, VerificationReason.Held)]
    public void A_delta_list_that_cannot_be_read_takes_back_nothing(string description, string inBase, VerificationReason expected)
    {
        byte[] before = List(new ListShape { Number = 4, From = ChainLab.Now.AddHours(-2) });
        byte[] complete = List(new ListShape { Number = 5, Entries = [new(4, inBase)] });
        byte[] delta = List(new ListShape { Number = 6, Entries = [new(4, ListEntry.UnknownCritical)], Extensions = [DeltaFrom(5)] });
        Judge(before, complete, delta).ShouldBe((VerificationOutcome.Invalid, expected), description);
    }

    [Theory]
    [InlineData("critical extension of an entry", ListEntry.UnknownCritical, VerificationReason.ChainCrlExtensionUnrecognised)]
    [InlineData("reason that is none", "300A0603551D1504030A0107", VerificationReason.StatusMalformed)]
    [InlineData("removal where none belongs", ListEntry.Removed, VerificationReason.StatusMalformed)]
    public void An_older_list_does_not_answer_for_a_newer_one_whose_entries_cannot_be_used(string description, string entry, VerificationReason expected)
    {
        ListShape older = new() { From = ChainLab.Now.AddHours(-2) };
        byte[] newer = List(new ListShape { Number = 2, Entries = [new(4, entry)] });
        Judge(List(older), newer).ShouldBe((VerificationOutcome.Undetermined, expected), description);
        Judge(List(older with { Entries = [new(4)] }), newer).ShouldBe((VerificationOutcome.Invalid, VerificationReason.Revoked), description);
        byte[] unsigned = ChainLab.List("Middle", _lab.SecondKey, new ListShape { Number = 2, Entries = [new(4, entry)] });
        Judge(List(older), unsigned).ShouldBe((VerificationOutcome.Valid, VerificationReason.None), description);
    }

    [Theory]
    [InlineData("may sign lists", X509KeyUsageFlags.CrlSign, 21, VerificationReason.None)]
    [InlineData("may not sign lists", X509KeyUsageFlags.DigitalSignature, 21, VerificationReason.StatusSignerNotAuthorised)]
    [InlineData("is revoked", X509KeyUsageFlags.CrlSign, 22, VerificationReason.StatusSignerNotAuthorised)]
    public void Another_key_of_the_issuers_name_signs_when_it_leads_to_the_anchor(string description, X509KeyUsageFlags usage, byte serial, VerificationReason expected)
    {
        byte[] signer = ChainLab.Certificate("Middle", _lab.SecondKey, "Root", _lab.RootKey, serial, [ChainLab.Usage(usage)]);
        byte[] rootList = ChainLab.List("Root", _lab.RootKey, new ListShape { Entries = [new(22)] });
        ChainRequest request = _lab.Good() with { Intermediates = [_lab.Middle(), signer], Crls = [rootList, ChainLab.List("Middle", _lab.SecondKey)] };
        ChainVerifier.Verify(request).Reason.ShouldBe(expected, description);
    }

    [Theory]
    [InlineData("of another hierarchy", "Elsewhere")]
    [InlineData("of an issuer that nobody gave", "Nobody")]
    public void Another_key_that_does_not_lead_to_the_anchor_signs_nothing(string description, string issuer)
    {
        byte[] signer = ChainLab.Certificate("Middle", _lab.SecondKey, issuer, _lab.SecondKey, 21, [ChainLab.Usage(X509KeyUsageFlags.CrlSign)]);
        ChainRequest good = _lab.Good();
        ChainRequest request = good with { Intermediates = [_lab.Middle(), signer], Crls = [good.Crls[0], ChainLab.List("Middle", _lab.SecondKey)] };
        ChainVerifier.Verify(request).Reason.ShouldBe(VerificationReason.StatusSignerNotAuthorised, description);
    }

    [Fact]
    public void A_key_that_only_its_own_list_vouches_for_signs_nothing()
    {
        byte[] signer = ChainLab.Certificate("Middle", _lab.SecondKey, "Middle", _lab.AuthorityKey, 21, [ChainLab.Usage(X509KeyUsageFlags.CrlSign)]);
        ChainRequest good = _lab.Good();
        ChainRequest request = good with { Intermediates = [_lab.Middle(), signer], Crls = [good.Crls[0], ChainLab.List("Middle", _lab.SecondKey)] };
        ChainVerifier.Verify(request).Reason.ShouldBe(VerificationReason.StatusSignerNotAuthorised);
    }

    [Fact]
    public void A_list_of_the_authority_says_nothing_of_the_authority_itself()
    {
        ChainRequest good = _lab.Good();
        ChainVerifier.Verify(good with { Crls = [good.Crls[1]] }).Reason.ShouldBe(VerificationReason.StatusOutOfScope);
    }

    // Extension deltaCRLIndicator, critical, BaseCRLNumber
    private static string DeltaFrom(byte number) => $"300D0603551D1B0101FF04030201{number:X2}";

    private byte[] List(ListShape shape) => ChainLab.List("Middle", _lab.AuthorityKey, shape);

    private (VerificationOutcome Outcome, VerificationReason Reason) Judge(params ReadOnlySpan<byte[]> lists)
    {
        ChainRequest good = _lab.Good();
        List<ReadOnlyMemory<byte>> all = [good.Crls[0]];
        foreach (byte[] list in lists)
        {
            all.Add(list);
        }

        ChainResult answer = ChainVerifier.Verify(good with { Crls = all });
        return (answer.Outcome, answer.Reason);
    }
}
