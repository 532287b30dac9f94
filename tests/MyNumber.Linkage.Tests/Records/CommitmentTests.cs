using System.Security.Cryptography;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Records;

public sealed class CommitmentTests
{
    [Fact]
    public void Auditor_opens_a_withheld_record_with_the_salt()
    {
        Digest commitment = Digest.FromBytes(Convert.FromHexString(RecordVectors.RefusedCommitment));
        SaltedRecord.TryOpen(commitment, Convert.FromHexString(RecordVectors.RefusedBytes), RecordVectors.Salt, out SaltedRecord? record).ShouldBeTrue();
        (record!.Record.IsDisclosed, record.Record.NonDisclosure).ShouldBe((false, NonDisclosure.NumberActArticle31Paragraph3));
    }

    [Fact]
    public void Another_salt_record_or_commitment_opens_nothing()
    {
        Digest commitment = Digest.FromBytes(Convert.FromHexString(RecordVectors.RefusedCommitment));
        RecordSalt other = RecordSalt.Create(RandomNumberGenerator.Create());
        SaltedRecord.TryOpen(commitment, Convert.FromHexString(RecordVectors.RefusedBytes), other, out _).ShouldBeFalse();
        SaltedRecord.TryOpen(commitment, Convert.FromHexString(RecordVectors.RefusedBytes), default, out _).ShouldBeFalse();
        SaltedRecord.TryOpen(commitment, Convert.FromHexString(RecordVectors.ProvidedBytes), RecordVectors.Salt, out _).ShouldBeFalse();
        SaltedRecord.TryOpen(default, Convert.FromHexString(RecordVectors.RefusedBytes), RecordVectors.Salt, out SaltedRecord? record).ShouldBeFalse();
        record.ShouldBeNull();
    }

    [Fact]
    public void Bytes_that_are_no_record_open_nothing_though_they_were_committed_to()
    {
        byte[] bytes = [1, 2, 3];
        SaltedRecord.TryOpen(SaltedRecord.Commit(bytes, RecordVectors.Salt), bytes, RecordVectors.Salt, out _).ShouldBeFalse();
    }

    [Fact]
    public void Mark_of_non_disclosure_is_inside_the_commitment()
    {
        AccessRecord shown = RecordVectors.Refused with { NonDisclosure = NonDisclosure.None };
        new SaltedRecord(shown, RecordVectors.Salt).Commitment.ToString().ShouldNotBe(RecordVectors.RefusedCommitment);
    }

    [Fact]
    public void Salts_are_masked_and_differ()
    {
        RandomNumberGenerator random = RandomNumberGenerator.Create();
        RecordSalt.Create(random).ShouldNotBe(RecordSalt.Create(random));
        (RecordVectors.Salt.ToString(), default(RecordSalt).ToString()).ShouldBe(("[salt]", string.Empty));
        Should.Throw<ArgumentException>(() => RecordSalt.FromBytes(new byte[32]));
        Should.Throw<ArgumentException>(() => RecordSalt.FromBytes([1]));
        Should.Throw<ArgumentException>(() => SaltedRecord.Commit([1], default));
    }

    [Theory]
    [InlineData("last moment of a day in Japan", "2024-11-19T14:59:59.999Z", "2024-11-19", "2031-11-19T15:00:00Z")]
    [InlineData("first moment of the next", "2024-11-19T15:00:00Z", "2024-11-20", "2031-11-20T15:00:00Z")]
    [InlineData("leap day", "2024-02-29T00:00:00Z", "2024-02-29", "2031-02-28T15:00:00Z")]
    [InlineData("leap day after seven years", "2025-02-28T00:00:00Z", "2025-02-28", "2032-02-28T15:00:00Z")]
    public void Day_is_that_of_japan_and_is_kept_for_seven_years(string description, string requestedAt, string day, string expiry)
    {
        DateOnly own = RecordDay.Of(DateTimeOffset.Parse(requestedAt));
        own.ToString("yyyy-MM-dd").ShouldBe(day, description);
        RecordDay.Expiry(own).ShouldBe(DateTimeOffset.Parse(expiry));
    }

    [Fact]
    public void Last_expired_day_is_the_latest_whose_retention_is_over()
    {
        for (DateTimeOffset now = new(2031, 1, 1, 14, 59, 59, TimeSpan.Zero); now.Year < 2041; now = now.AddHours(12))
        {
            DateOnly day = RecordDay.LastExpired(now);
            RecordDay.Expiry(day).ShouldBeLessThanOrEqualTo(now);
            RecordDay.Expiry(day.AddDays(1)).ShouldBeGreaterThan(now);
        }
    }

    [Fact]
    public void Inquiry_is_a_uuid_of_version_7()
    {
        InquiryId.TryCreate(Guid.Parse("0193439c-4e80-4abc-8def-0123456789ab"), out InquiryId none).ShouldBeFalse();
        none.IsEmpty.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => new InquiryId(Guid.Empty));
        InquiryId early = InquiryId.Create(DateTimeOffset.UnixEpoch.AddYears(50));
        InquiryId late = InquiryId.Create(DateTimeOffset.UnixEpoch.AddYears(50).AddSeconds(1));
        early.CompareTo(late).ShouldBeLessThan(0);
        new RecordKey(late, 0).CompareTo(new RecordKey(early, 9)).ShouldBeGreaterThan(0);
        new RecordKey(late, 1).CompareTo(new RecordKey(late, 2)).ShouldBeLessThan(0);
    }
}
