using MyNumber.Jpki.Authority.Applications;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Services;
using MyNumber.Jpki.Certificates;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>What the entries of a register come to, in memory. Guarded by the ledger's lock.</summary>
internal sealed class AuthorityState(SerialLinkDirectory links)
{
    private readonly Dictionary<CertificateIdentity, StatusRecord> _certificates = [];
    private readonly HashSet<StatusRecord> _changed = [];
    private readonly Dictionary<string, Dictionary<string, List<StatusRecord>>> _changedByScope = new(StringComparer.Ordinal);
    private readonly Dictionary<ApplicationId, ApplicationRecord> _applications = [];
    private readonly Dictionary<ApplicationId, List<ApplicationEvent>> _events = [];
    private readonly Dictionary<CertificateIdentity, ApplicationId> _byCertificate = [];
    private readonly Dictionary<(CertificatePurpose, int, string), PublishedCrl> _lists = [];
    private readonly Dictionary<ApplicationId, ApplicationRecord> _phones = [];
    private readonly Dictionary<string, Municipality> _municipalities = new(StringComparer.Ordinal);
    private readonly Dictionary<CertificatePurpose, uint> _highestSerials = [];

    public long Position { get; private set; }

    public List<GenerationRecord> Generations { get; } = [];

    public IEnumerable<StatusRecord> Certificates => _certificates.Values;

    /// <summary>Those whose status changed ever: only these can stand on a list.</summary>
    public IEnumerable<StatusRecord> Changed => _changed;

    /// <summary>Of those, what one generation issued, all or under one municipality's code.</summary>
    public IEnumerable<StatusRecord> ChangedOf(ReadOnlySpan<byte> issuerKeyIdentifier, string? code) =>
        !_changedByScope.TryGetValue(Convert.ToHexString(issuerKeyIdentifier), out Dictionary<string, List<StatusRecord>>? byCode) ? []
        : code is null ? byCode.Values.SelectMany(records => records)
        : byCode.GetValueOrDefault(code) ?? [];

    public IReadOnlyCollection<Municipality> Municipalities => _municipalities.Values;

    public IEnumerable<PublishedCrl> Lists => _lists.Values;

    /// <summary>Phones whose certificates are not all over.</summary>
    public IEnumerable<ApplicationRecord> Phones => _phones.Values;

    public StatusRecord? Find(CertificateIdentity certificate) => _certificates.GetValueOrDefault(certificate);

    public Municipality? FindMunicipality(string code) => _municipalities.GetValueOrDefault(code);

    /// <summary>Whose name the partition of a code bears: the names under which the first certificate of the code was issued, whatever came later.</summary>
    public Municipality PartitionOf(Municipality municipality) => FindMunicipality(municipality.Code) ?? municipality;

    public ApplicationRecord? FindApplication(ApplicationId id) => _applications.GetValueOrDefault(id);

    /// <summary>The application to which a certificate belongs now.</summary>
    public ApplicationRecord? FindApplication(CertificateIdentity certificate) =>
        _byCertificate.TryGetValue(certificate, out ApplicationId id) ? _applications[id] : null;

    public IReadOnlyList<ApplicationEvent> EventsOf(ApplicationId id) => _events.TryGetValue(id, out List<ApplicationEvent>? events) ? [.. events] : [];

    public PublishedCrl? FindList(CertificatePurpose purpose, int generation, string scope) => _lists.GetValueOrDefault((purpose, generation, scope));

    /// <summary>The highest serial issued within the range that is counted; what was changed to lie outside, to be wrong on purpose, does not move the count.</summary>
    public uint? HighestSerial(CertificatePurpose purpose) => _highestSerials.TryGetValue(purpose, out uint serial) ? serial : null;

    public void Apply(RegisterEntry entry)
    {
        Position = entry.Position;
        Generations.AddRange(entry.Generations);
        foreach (IssuedCertificate certificate in entry.Issued)
        {
            Take(certificate);
        }

        foreach (StatusChange change in entry.Changes)
        {
            StatusRecord record = _certificates[change.Certificate];
            record.Add(change.Event);
            NoteChanged(record);
        }

        foreach (SerialLink link in entry.Links)
        {
            Take(link);
        }

        foreach (ApplicationRecord application in entry.Applications)
        {
            Take(application);
        }

        foreach (ApplicationEvent line in entry.Events)
        {
            (_events.TryGetValue(line.Id, out List<ApplicationEvent>? lines) ? lines : _events[line.Id] = []).Add(line);
        }

        foreach (PublishedCrl list in entry.Lists)
        {
            _lists[(list.Purpose, list.Generation, list.Scope)] = list;
        }
    }

    private void Take(IssuedCertificate certificate)
    {
        _certificates.Add(certificate.Identity, new StatusRecord(certificate));
        _municipalities.TryAdd(certificate.Municipality.Code, certificate.Municipality);
        if (certificate.SerialNumber is >= MonotonicSerialSource.Lowest and <= MonotonicSerialSource.Highest)
        {
            _highestSerials[certificate.Purpose] = Math.Max(_highestSerials.GetValueOrDefault(certificate.Purpose), certificate.SerialNumber);
        }
    }

    private void NoteChanged(StatusRecord record)
    {
        if (_changed.Add(record))
        {
            string issuer = Convert.ToHexString(record.Certificate.Identity.IssuerKeyIdentifier.Span), code = record.Certificate.Municipality.Code;
            Dictionary<string, List<StatusRecord>> byCode = _changedByScope.TryGetValue(issuer, out Dictionary<string, List<StatusRecord>>? known)
                ? known
                : _changedByScope[issuer] = new Dictionary<string, List<StatusRecord>>(StringComparer.Ordinal);
            (byCode.TryGetValue(code, out List<StatusRecord>? records) ? records : byCode[code] = []).Add(record);
        }
    }

    private void Take(SerialLink link)
    {
        if (link.Kind == SerialLinkKind.SamePerson)
        {
            links.Link(link.From, link.To);
        }
        else
        {
            links.LinkSuccessor(link.From, link.To);
        }
    }

    private void Take(ApplicationRecord application)
    {
        _applications[application.Id] = application;
        bool isOver = application.Stage is ApplicationStage.Replaced or ApplicationStage.Ended;
        if (application.IsPhone && !isOver)
        {
            _phones[application.Id] = application;
        }
        else
        {
            _phones.Remove(application.Id);
        }

        if (application.Stage == ApplicationStage.Replaced)
        {
            return;
        }

        foreach (CertificateIdentity certificate in application.Certificates)
        {
            _byCertificate[certificate] = application.Id;
        }
    }
}
