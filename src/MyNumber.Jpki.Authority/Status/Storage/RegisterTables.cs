using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Status.Storage;

/// <summary>The tables behind entries.</summary>
internal static class RegisterTables
{
    public static RegisterTable<GenerationRecord> Generations { get; } = new(
        "authority_generation",
        [
            ("purpose", DbType.Int16, row => (short)row.Purpose),
            ("number", DbType.Int32, row => row.Number),
            ("serial", DbType.Int64, row => (long)row.SerialNumber),
            ("began_at", DbType.Int64, row => SqlTime.Of(row.NotBefore)),
            ("certificate", DbType.Binary, row => SqlBytes.Of(row.Certificate)),
        ],
        reader => new((CertificatePurpose)reader.GetInt16(0), reader.GetInt32(1), (uint)reader.GetInt64(2), Time(reader, 3), SqlBytes.Read(reader, 4)));

    public static RegisterTable<IssuedCertificate> Certificates { get; } = new(
        "authority_certificate",
        [
            ("identity", DbType.Binary, row => IdentityBytes.Of(row.Identity)),
            ("issuer", DbType.Binary, row => SqlBytes.Of(row.Identity.IssuerKeyIdentifier)),
            ("serial", DbType.Int64, row => (long)row.SerialNumber),
            ("purpose", DbType.Int16, row => (short)row.Purpose),
            ("medium", DbType.Int16, row => (short)row.Template.Medium),
            ("policy", DbType.String, row => row.Template.PolicyOid),
            ("cps", DbType.String, row => row.Template.CpsUri),
            ("key_usage", DbType.Int32, row => (int)row.Template.KeyUsage),
            ("purposes", DbType.String, row => string.Join(' ', row.Template.ExtendedKeyUsages)),
            ("names_ocsp", DbType.Int16, row => Flag(row.Template.NamesOcspResponder)),
            ("may_be_lifted", DbType.Int16, row => Flag(row.Template.HoldMayBeLifted)),
            ("place_code", DbType.String, row => row.Municipality.Code),
            ("place_prefecture", DbType.String, row => row.Municipality.Prefecture),
            ("place_name", DbType.String, row => row.Municipality.Name),
            ("begins_at", DbType.Int64, row => SqlTime.Of(row.NotBefore)),
            ("ends_at", DbType.Int64, row => SqlTime.Of(row.NotAfter)),
            ("encoded", DbType.Binary, row => SqlBytes.Of(row.Encoded)),
        ],
        reader => new(Template(reader), SqlBytes.Read(reader, 16), IdentityBytes.Read(reader, 0), Place(reader, 11), Time(reader, 14), Time(reader, 15)));

    public static RegisterTable<StatusChange> Changes { get; } = new(
        "authority_status",
        [
            ("identity", DbType.Binary, row => IdentityBytes.Of(row.Certificate)),
            ("made_at", DbType.Int64, row => SqlTime.Of(row.Event.At)),
            ("state", DbType.Int16, row => (short)row.Event.Status.State),
            ("reason", DbType.Int16, row => (short)row.Event.Status.Reason),
            ("since_at", DbType.Int64, row => SqlTime.Of(row.Event.Status.Since)),
        ],
        reader => new(
            IdentityBytes.Read(reader, 0), new StatusEvent(Time(reader, 1), new((IssuedState)reader.GetInt16(2), (RevocationReason)reader.GetInt16(3), Time(reader, 4)))));

    public static RegisterTable<SerialLink> Links { get; } = new(
        "authority_link",
        [
            ("kind", DbType.Int16, row => (short)row.Kind),
            ("origin", DbType.Binary, row => IdentityBytes.Of(row.From)),
            ("target", DbType.Binary, row => IdentityBytes.Of(row.To)),
        ],
        reader => new((SerialLinkKind)reader.GetInt16(0), IdentityBytes.Read(reader, 1), IdentityBytes.Read(reader, 2)));

    public static RegisterTable<ApplicationRecord> Applications { get; } = new(
        "authority_application",
        [
            ("id", DbType.String, row => row.Id.ToString()),
            ("kind", DbType.Int16, row => (short)row.Kind),
            ("stage", DbType.Int16, row => (short)row.Stage),
            ("place_code", DbType.String, row => row.Municipality.Code),
            ("place_prefecture", DbType.String, row => row.Municipality.Prefecture),
            ("place_name", DbType.String, row => row.Municipality.Name),
            ("card_expiry", DbType.Int32, row => row.CardExpiry.DayNumber),
            ("replaces", DbType.String, row => Text(row.Replaces)),
            ("card", DbType.String, row => Text(row.Card)),
            ("signature", DbType.Binary, row => IdentityBytes.OrNull(row.Signature)),
            ("authentication", DbType.Binary, row => IdentityBytes.OrNull(row.UserAuthentication)),
        ],
        reader => new()
        {
            Id = Id(reader, 0),
            Kind = (ApplicationKind)reader.GetInt16(1),
            Stage = (ApplicationStage)reader.GetInt16(2),
            Municipality = Place(reader, 3),
            CardExpiry = DateOnly.FromDayNumber(reader.GetInt32(6)),
            Replaces = Id(reader, 7),
            Card = Id(reader, 8),
            Signature = IdentityBytes.Read(reader, 9),
            UserAuthentication = IdentityBytes.Read(reader, 10),
        });

    public static RegisterTable<ApplicationEvent> Events { get; } = new(
        "authority_event",
        [
            ("id", DbType.String, row => row.Id.ToString()),
            ("made_at", DbType.Int64, row => SqlTime.Of(row.At)),
            ("step", DbType.Int16, row => (short)row.Step),
            ("refusal", DbType.Int16, row => (short)row.Refusal),
            ("reason", DbType.Int16, row => row.Reason is { } reason ? (short)reason : DBNull.Value),
        ],
        reader => new(
            Id(reader, 0), Time(reader, 1), (OfficeStep)reader.GetInt16(2), (OfficeRefusal)reader.GetInt16(3), reader.IsDBNull(4) ? null : (RevocationReason)reader.GetInt16(4)));

    public static RegisterTable<PublishedCrl> Lists { get; } = new(
        "authority_list",
        [
            ("purpose", DbType.Int16, row => (short)row.Purpose),
            ("generation", DbType.Int32, row => row.Generation),
            ("scope", DbType.String, row => row.Scope),
            ("number", DbType.Int64, row => row.Number),
            ("this_update", DbType.Int64, row => SqlTime.Of(row.ThisUpdate)),
            ("next_update", DbType.Int64, row => SqlTime.Of(row.NextUpdate)),
            ("encoded", DbType.Binary, row => SqlBytes.Of(row.Encoded)),
        ],
        reader => new((CertificatePurpose)reader.GetInt16(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt64(3), Time(reader, 4), Time(reader, 5), SqlBytes.Read(reader, 6)));

    private static CertificateTemplate Template(DbDataReader reader) => new()
    {
        Purpose = (CertificatePurpose)reader.GetInt16(3),
        Medium = (CertificateMedium)reader.GetInt16(4),
        PolicyOid = reader.GetString(5),
        CpsUri = reader.GetString(6),
        KeyUsage = (X509KeyUsageFlags)reader.GetInt32(7),
        ExtendedKeyUsages = reader.GetString(8).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        NamesOcspResponder = reader.GetInt16(9) != 0,
        HoldMayBeLifted = reader.GetInt16(10) != 0,
    };

    private static Municipality Place(DbDataReader reader, int column) => new(reader.GetString(column), reader.GetString(column + 1), reader.GetString(column + 2));

    private static DateTimeOffset Time(DbDataReader reader, int column) => SqlTime.Read(reader, column)!.Value;

    private static ApplicationId Id(DbDataReader reader, int column) => reader.IsDBNull(column) ? default : ApplicationId.Parse(reader.GetString(column), CultureInfo.InvariantCulture);

    private static object Text(ApplicationId id) => id.IsEmpty ? DBNull.Value : id.ToString();

    private static object Flag(bool value) => (short)(value ? 1 : 0);
}
