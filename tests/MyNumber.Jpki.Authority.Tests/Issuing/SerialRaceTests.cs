using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Office;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Authority.Tests.Office;
using MyNumber.Testing;

namespace MyNumber.Jpki.Authority.Tests.Issuing;

/// <summary>Two processes over one register, as two authorities are here: serials that one gave are passed over by the other, however many.</summary>
public sealed class SerialRaceTests
{
    private const int Many = 20; // more than were passed over one by one

    private readonly InMemoryCertificateRegister _register = new();

    [Fact]
    public async Task Authority_that_slept_while_another_issued_many_issues_on()
    {
        LabAuthority sleeper = await OpenAsync(), busy = await OpenAsync();
        for (int i = 0; i < Many; i++)
        {
            await busy.IssueOneAsync(CertificateTemplate.CardUserAuthentication(PolicyEnvironment.Lab), TestLab.Request(busy));
        }

        IssuedCertificate next = (await sleeper.IssueAsync(TestLab.Request(sleeper))).UserAuthentication;
        Convert.ToHexString(next.Identity.SerialNumber.Span).ShouldBe("04000015");
    }

    [Fact]
    public async Task Office_that_slept_while_another_issued_many_issues_on()
    {
        LabAuthority sleeper = await OpenAsync(), busy = await OpenAsync();
        for (int i = 0; i < Many; i++)
        {
            await busy.IssueAsync(TestLab.Request(busy));
        }

        CertificateOffice office = new(sleeper);
        OfficeOutcome outcome = await office.ApplyAsync(new Counter().Form(Counter.First));
        outcome.Refusal.ShouldBe(OfficeRefusal.None);
        Convert.ToHexString(outcome.Signature!.Identity.SerialNumber.Span).ShouldBe("04000015");
    }

    [Fact]
    public async Task Source_that_never_moves_ends_in_an_error()
    {
        LabAuthority lab = await OpenAsync(new StubbornSource());
        await lab.IssueAsync(TestLab.Request(lab));
        await Should.ThrowAsync<InvalidOperationException>(async () => await lab.IssueAsync(TestLab.Request(lab)));
        await Should.ThrowAsync<InvalidOperationException>(async () => await new CertificateOffice(lab).ApplyAsync(new Counter().Form(Counter.First)));
        lab.Statuses.Position.ShouldBe(2);
    }

    [Fact]
    public async Task Register_with_the_last_serial_opens_for_its_statuses_and_issues_nothing_more()
    {
        LabAuthority before = await OpenAsync(new MonotonicSerialSource(0x07FF_FFFF));
        IssuedCertificate last = await before.IssueOneAsync(CertificateTemplate.CardUserAuthentication(PolicyEnvironment.Lab), TestLab.Request(before));
        LabAuthority after = await OpenAsync();
        after.Statuses.Hold(last.Identity).ShouldBe(StatusChangeOutcome.Applied);
        after.Schedule.PublishDue().ShouldNotBeEmpty();
        Should.Throw<InvalidOperationException>(() => after.Issue(TestLab.Request(after)));
    }

    [Theory]
    [InlineData("above the range", 0x7FFF_FFFFu)]
    [InlineData("below the range", 5u)]
    public async Task Serial_changed_to_one_out_of_range_does_not_move_the_count(string description, uint serial)
    {
        LabAuthority before = await OpenAsync();
        CardIssuance request = TestLab.Request(before) with { Alter = (_, contents) => contents with { SerialNumber = serial } };
        await before.IssueOneAsync(CertificateTemplate.CardUserAuthentication(PolicyEnvironment.Lab), request);
        LabAuthority after = await OpenAsync();
        Convert.ToHexString(after.Issue(TestLab.Request(after)).UserAuthentication.Identity.SerialNumber.Span).ShouldBe("04000001", description);
    }

    private ValueTask<LabAuthority> OpenAsync(ISerialSource? serials = null) => LabAuthority.OpenAsync(
        TestLab.Keys,
        new ManualTimeProvider(TestLab.Fixed),
        _register,
        new LabAuthorityOptions { Environment = PolicyEnvironment.Lab, UserAuthenticationSerials = serials, SignatureSerials = serials is null ? null : new MonotonicSerialSource() });

    private sealed class StubbornSource : ISerialSource
    {
        public uint Next() => 0x0400_0007;
    }
}
