using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>The words for purposes on the wire.</summary>
internal static class AgentPurposes
{
    public static string Write(StatementPurpose purpose) => purpose switch
    {
        StatementPurpose.Login => "login",
        StatementPurpose.Approval => "approve",
        StatementPurpose.Application => "apply",
        StatementPurpose.CertificateHandover => "certificate",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    public static StatementPurpose? Parse(string word) => word switch
    {
        "login" => StatementPurpose.Login,
        "approve" => StatementPurpose.Approval,
        "apply" => StatementPurpose.Application,
        "certificate" => StatementPurpose.CertificateHandover,
        _ => null,
    };
}
