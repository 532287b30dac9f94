namespace MyNumber.Linkage.Agencies;

/// <summary>The checks that entries pass before they make a directory.</summary>
internal static class DirectoryCheck
{
    public static DirectoryFault Of(Agency[] agencies, CodeHolder[] holders)
    {
        ILookup<AgencyId, Agency> byId = agencies.ToLookup(agency => agency.Id);
        return agencies.Any(IsIncomplete) ? DirectoryFault.IncompleteAgency
            : byId.Any(entries => AnyOverlap([.. entries.Select(entry => entry.Period)])) ? DirectoryFault.AgencyTwice
            : agencies.Any(agency => !agency.Parent.IsEmpty && !IsBody(byId[agency.Parent])) ? DirectoryFault.UnknownParent
            : holders.DistinctBy(holder => holder.Id).Count() != holders.Length ? DirectoryFault.HolderTwice
            : holders.SelectMany(holder => holder.Members).Any(member => !byId.Contains(member.Agency)) ? DirectoryFault.UnknownMember
            : MembersOverlap(holders) ? DirectoryFault.MemberOfTwo
            : DirectoryFault.None;
    }

    private static bool IsIncomplete(Agency agency) =>
        agency.Id.IsEmpty || agency.Period.IsEmpty || agency.Parent == agency.Id || agency.Kind == AgencyKind.Unspecified || !Enum.IsDefined(agency.Kind)
        || string.IsNullOrWhiteSpace(agency.Name) || string.IsNullOrWhiteSpace(agency.LegalBasis);

    private static bool IsBody(IEnumerable<Agency> entries) => entries.Any() && entries.All(entry => entry.Parent.IsEmpty);

    private static bool MembersOverlap(CodeHolder[] holders) => holders.SelectMany(holder => holder.Members)
        .GroupBy(member => member.Agency)
        .Any(members => AnyOverlap([.. members.Select(member => member.Period)]));

    private static bool AnyOverlap(ValidPeriod[] periods)
    {
        Array.Sort(periods, (left, right) => left.From.CompareTo(right.From));
        return periods.Zip(periods.Skip(1)).Any(pair => pair.First.Overlaps(pair.Second));
    }
}
