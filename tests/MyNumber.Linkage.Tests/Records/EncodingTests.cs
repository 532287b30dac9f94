using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Records;

namespace MyNumber.Linkage.Tests.Records;

public sealed class EncodingTests
{
    public static TheoryData<string, object, string, string> Vectors => new()
    {
        { "provided", RecordVectors.Provided, RecordVectors.ProvidedBytes, RecordVectors.ProvidedCommitment },
        { "refused and withheld", RecordVectors.Refused, RecordVectors.RefusedBytes, RecordVectors.RefusedCommitment },
        { "corrected", RecordVectors.Corrected, RecordVectors.CorrectedBytes, RecordVectors.CorrectedCommitment },
    };

    public static TheoryData<string, Func<AccessRecord, AccessRecord>, RecordFault> Faults => new()
    {
        { "no inquiry", record => record with { Inquiry = default }, RecordFault.BadId },
        { "no inquirer", record => record with { Inquirer = default }, RecordFault.BadId },
        { "no provider", record => record with { Provider = default }, RecordFault.BadId },
        { "no affair", record => record with { Affair = default }, RecordFault.BadId },
        { "no procedure", record => record with { Procedure = default }, RecordFault.BadId },
        { "no item set", record => record with { ItemSet = default }, RecordFault.BadId },
        { "no item", record => record with { Items = [] }, RecordFault.BadItems },
        { "items not set", record => record with { Items = default }, RecordFault.BadItems },
        { "an empty item", record => record with { Items = [default] }, RecordFault.BadItems },
        { "257 items", record => record with { Items = [.. Enumerable.Range(0, 257).Select(item => new ItemId("i" + item))] }, RecordFault.BadItems },
        { "asked for before 1970", record => record with { RequestedAt = DateTimeOffset.UnixEpoch.AddSeconds(-1) }, RecordFault.BadTime },
        { "provided before 1970", record => record with { ProvidedAt = DateTimeOffset.MinValue }, RecordFault.BadTime },
        { "provided without a time", record => record with { ProvidedAt = null }, RecordFault.ProvisionMismatch },
        { "a time without provision", record => record with { Outcome = InquiryOutcome.NoRecord }, RecordFault.ProvisionMismatch },
        { "provided without a rule", record => record with { Rule = default }, RecordFault.RuleMissing },
        { "an outcome that is none", record => record with { Outcome = (InquiryOutcome)14 }, RecordFault.UnknownValue },
        { "a mark that is none", record => record with { NonDisclosure = (NonDisclosure)3 }, RecordFault.UnknownValue },
        { "correction number 0", record => record with { Correction = new RecordCorrection(0, default) }, RecordFault.UnknownValue },
        { "correction number too high", record => record with { Correction = new RecordCorrection(10_000, default) }, RecordFault.UnknownValue },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Bytes_and_commitment_are_those_of_the_other_program(string description, object record, string bytes, string commitment)
    {
        AccessRecord own = (AccessRecord)record;
        Convert.ToHexStringLower(own.Encode()).ShouldBe(bytes, description);
        new SaltedRecord(own, RecordVectors.Salt).Commitment.ToString().ShouldBe(commitment);
        AccessRecord.TryDecode(Convert.FromHexString(bytes), out AccessRecord? read).ShouldBe(RecordFault.None);
        read.ShouldBe(own);
    }

    [Fact]
    public void Leaf_is_the_hash_of_the_commitment() =>
        MerkleHash.Leaf(new SaltedRecord(RecordVectors.Provided, RecordVectors.Salt).Commitment).ToString().ShouldBe(RecordVectors.ProvidedLeaf);

    [Theory]
    [MemberData(nameof(Faults))]
    public void Content_that_is_no_record_is_named_and_not_written(string description, Func<AccessRecord, AccessRecord> change, RecordFault fault)
    {
        AccessRecord record = change(RecordVectors.Provided);
        record.Check().ShouldBe(fault, description);
        Should.Throw<InvalidOperationException>(() => record.Encode(), description);
        Should.Throw<InvalidOperationException>(() => new SaltedRecord(record, RecordVectors.Salt), description);
    }

    [Theory]
    [InlineData("nothing", "", "", RecordFault.NotOfSchema)]
    [InlineData("no sequence", "308199", "318199", RecordFault.NotOfSchema)]
    [InlineData("version 2", "020101", "020102", RecordFault.UnknownVersion)]
    [InlineData("version 0", "020101", "020100", RecordFault.UnknownVersion)]
    [InlineData("version with a leading zero", "30819902", "30819a020200", RecordFault.NotOfSchema)]
    [InlineData("length in too many bytes", "308199", "30820099", RecordFault.NotOfSchema)]
    [InlineData("UUID of version 4", "7abc8def", "4abc8def", RecordFault.BadId)]
    [InlineData("UUID of another variant", "7abc8def", "7abccdef", RecordFault.BadId)]
    [InlineData("inquirer 0", "020165", "020100", RecordFault.BadId)]
    [InlineData("inquirer negative", "020165", "0201ff", RecordFault.BadId)]
    [InlineData("affair with a space", "6368696c642d", "6368696c6420", RecordFault.BadId)]
    [InlineData("affair as another string type", "160f6368", "130f6368", RecordFault.NotOfSchema)]
    [InlineData("items in the other order", "1606696e636f6d65160a7461782d616d6f756e74", "160a7461782d616d6f756e741606696e636f6d65", RecordFault.NotCanonical)]
    [InlineData("an item twice", "160a7461782d616d6f756e74", "1606696e636f6d651602666f", RecordFault.NotCanonical)]
    [InlineData("outcome 14", "0a01000420", "0a010e0420", RecordFault.UnknownValue)]
    [InlineData("outcome negative", "0a01000420", "0a01ff0420", RecordFault.UnknownValue)]
    [InlineData("mark 3", "0a0100800601", "0a0103800601", RecordFault.UnknownValue)]
    [InlineData("outcome without provision but with a time", "0a01000420", "0a01010420", RecordFault.ProvisionMismatch)]
    [InlineData("time of provision negative", "80060193", "80068193", RecordFault.BadTime)]
    [InlineData("rule with a line break", "810672756c652d37", "810672756c652d0a", RecordFault.BadId)]
    [InlineData("rule under an unknown tag", "810672756c652d37", "830672756c652d37", RecordFault.NotOfSchema)]
    public void Other_bytes_are_refused(string description, string from, string to, RecordFault fault)
    {
        string bytes = from.Length == 0 ? string.Empty : RecordVectors.ProvidedBytes.Replace(from, to, StringComparison.Ordinal);
        bytes.ShouldNotBe(RecordVectors.ProvidedBytes);
        AccessRecord.TryDecode(Convert.FromHexString(bytes), out AccessRecord? record).ShouldBe(fault, description);
        record.ShouldBeNull();
    }

    [Fact]
    public void Bytes_behind_the_record_and_missing_ones_are_refused()
    {
        byte[] bytes = Convert.FromHexString(RecordVectors.CorrectedBytes);
        AccessRecord.TryDecode((byte[])[.. bytes, 0], out _).ShouldNotBe(RecordFault.None);
        for (int length = 0; length < bytes.Length; length++)
        {
            AccessRecord.TryDecode(bytes.AsMemory(0, length), out _).ShouldNotBe(RecordFault.None, length.ToString());
        }

        AccessRecord.TryDecode(new byte[AccessRecord.MaxLength + 1], out _).ShouldBe(RecordFault.NotOfSchema);
    }

    [Fact]
    public void Altered_bytes_are_refused_or_are_the_one_encoding_of_another_record()
    {
        byte[] bytes = Convert.FromHexString(RecordVectors.CorrectedBytes);
        for (int place = 0; place < bytes.Length; place++)
        {
            byte kept = bytes[place];
            for (int flip = 1; flip < 256; flip++)
            {
                bytes[place] = (byte)(kept ^ flip);
                if (AccessRecord.TryDecode(bytes, out AccessRecord? record) == RecordFault.None)
                {
                    record!.Encode().ShouldBe(bytes);
                    record.ShouldNotBe(RecordVectors.Corrected);
                }
            }

            bytes[place] = kept;
        }
    }

    [Fact]
    public void Full_record_with_the_longest_ids_fits()
    {
        AccessRecord record = RecordVectors.Provided with
        {
            Items = [.. Enumerable.Range(0, 256).Select(item => new ItemId(item.ToString("D3") + new string('x', 61)))],
        };
        byte[] bytes = record.Encode();
        bytes.Length.ShouldBeLessThanOrEqualTo(AccessRecord.MaxLength);
        AccessRecord.TryDecode(bytes, out AccessRecord? read).ShouldBe(RecordFault.None);
        read.ShouldBe(record);
    }
}
