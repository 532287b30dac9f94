using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Messages;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests;

/// <summary>Well-formed messages about nobody.</summary>
internal static class Samples
{
    /// <summary>What the code in the requests looks like in hexadecimal.</summary>
    public const string CodeText = "0100AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    public static DateTimeOffset Now { get; } = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    public static InquiryId Inquiry { get; } = InquiryId.Create(Now);

    public static InquiryRequest Request { get; } = new()
    {
        Inquiry = Inquiry, Inquirer = ChildAllowance.City, Provider = ChildAllowance.TaxCity, Affair = ChildAllowance.Affair, Procedure = ChildAllowance.Grant,
        ItemSet = ChildAllowance.LocalTax, Items = [new ItemId("income")], Code = AgencyCode.FromEnvelope(Convert.FromHexString(CodeText)), RequestedAt = Now,
        Operator = new OperatorId("clerk"),
    };

    public static ProvisionReply Reply { get; } = new() { Inquiry = Inquiry, Provider = ChildAllowance.TaxCity, Outcome = InquiryOutcome.NoRecord, Commitment = default };

    public static ProvisionRequest Provision(AgencyId provider) => new()
    {
        Inquiry = Inquiry, Inquirer = ChildAllowance.City, Provider = provider, Affair = ChildAllowance.Affair, Procedure = ChildAllowance.Grant,
        ItemSet = ChildAllowance.LocalTax, Items = [new ItemId("income")], RequestedAt = Now, Code = AgencyCode.FromEnvelope(Convert.FromHexString(CodeText)),
        Rule = new RuleId("rule"), MatrixVersion = Digest.FromBytes(new byte[32]), NeedsRelease = false, ExpiresAt = Now.AddMinutes(1),
        Salt = RecordSalt.FromBytes([.. Enumerable.Repeat((byte)7, 32)]), Permit = new byte[40],
    };

    public static byte[] InquiryBytes => MessageEncoding.Write(Request);

    public static byte[] ReplyBytes => MessageEncoding.Write(Reply);
}
