using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Numbering.People;
using static MyNumber.Jpki.Certificates.CertificatePurpose;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>Unusual and valid.</summary>
internal static class ShapeRows
{
    private const int LongestAddress = 200;

    public static IReadOnlyList<Misissue> All { get; } =
    [
        new("sixth-birthday", Signature, false) { Request = request => request with { Birthdays = 6 } },
        new("leap-day-birthday", Signature, false) { Request = request => With(request, birth: new BirthDate(new DateOnly(1980, 2, 29))) },
        new("substituted-name", Signature, false) { Request = request => request with { Holder = Substituted(request.Holder) } },
        new("longest-address", Signature, false) { Request = request => With(request, address: "東京都" + new string('架', LongestAddress - 3)) },
        new("sex-not-applicable", Signature, false) { Request = request => With(request, sex: Sex.NotApplicable) },
        new("birth-date-unknown", Signature, false) { Request = request => With(request, birth: default(BirthDate)) },
        new("unknown-other-name", Signature, false)
        {
            Contents = (_, contents) => contents.ChangeNames(names => [.. names, new PersonalName(Oids.PersonalDataArc + ".7", "カクウ　ハナコ")]),
        },
        new("ocsp-address-present", Signature, false) { Template = template => template with { NamesOcspResponder = true } },
        new("ocsp-address-absent", UserAuthentication, false) { Template = template => template with { NamesOcspResponder = false } },
        new("purposes-absent", UserAuthentication, false) { Template = template => template with { ExtendedKeyUsages = [] } },
        new("unknown-extension", UserAuthentication, false) { Contents = (_, contents) => contents.Add(Changes.UnknownExtension(critical: false)) },
    ];

    private static CardIssuance With(CardIssuance request, string? address = null, BirthDate? birth = null, Sex? sex = null)
    {
        FourAttributes old = request.Holder.Attributes;
        return request with { Holder = new HolderAttributes(new FourAttributes(old.Name, address ?? old.Address, birth ?? old.BirthDate, sex ?? old.Sex)) };
    }

    private static HolderAttributes Substituted(HolderAttributes holder) =>
        new(holder.Attributes, "1" + holder.NameSubstitutes[1..], holder.AddressSubstitutes);
}
