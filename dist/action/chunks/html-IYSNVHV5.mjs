const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import"./chunk-WO3FYBFT.mjs";import{readFileSync}from"./chunk-THQ7FDE7.mjs";import{escapeUnseen}from"./chunk-3ZC2OAA4.mjs";import{groupFindings,sentenceOf}from"./chunk-C57CGMI2.mjs";import{SEVERITIES,subtract}from"./chunk-7VJ7QTYU.mjs";import{showUnseen}from"./chunk-23ON3O2B.mjs";import"./chunk-3QFJ2X23.mjs";var folder=import.meta.dirname+(/[\\/]chunks$/.test(import.meta.dirname)?"/../data/":"/data/"),assets_generated_default={...JSON.parse(readFileSync(folder+"assets.generated.json","latin1"))};var FOUND_KINDS=["value","absent","unknown","reference","hidden"],OUTCOMES=["fail","unknown","pass"],BASELINE_STATES=["none","new","known"],STATES=["fail","unknown","known","waived","pass"];function intern(keyOf){let items=[],positions=new Map;function of(item){if(item===void 0)return-1;let key=keyOf(item),known=positions.get(key);return known!==void 0?known:(positions.set(key,items.length),items.push(item)-1)}return{items,of}}function internTexts(){return intern(text=>text)}function showFound({absent,value}){if(absent===!0)return{kind:"absent",text:void 0};if(value===void 0)return{kind:"hidden",text:void 0};let unknown=memberOf(value,"$unknown");if(unknown!==void 0)return{kind:"unknown",text:unknown};let reference=memberOf(value,"$reference");return reference!==void 0?{kind:"reference",text:reference}:{kind:"value",text:showJson(value)}}function showJson(value){let text=showPart(value);return text.length>1200?`${text.slice(0,1200)}\u2026`:text}function showPart(value){if(value==="(sensitive)")return value;if(Array.isArray(value))return`[${value.map(showPart).join(", ")}]`;if(typeof value!="object"||value===null)return JSON.stringify(value);let reference=memberOf(value,"$reference");if(reference!==void 0)return`\u2192 ${reference}`;let unknown=memberOf(value,"$unknown");return unknown!==void 0?`(not known: ${unknown})`:`{${Object.entries(value).map(([key,member])=>`${JSON.stringify(key)}: ${showPart(member)}`).join(", ")}}`}function memberOf(value,name){if(typeof value!="object"||value===null||Array.isArray(value))return;let member=Object.entries(value).find(([key])=>key===name)?.[1];return typeof member=="string"?member:void 0}var FINGERPRINT_SHOWN=16;function buildData(result){let texts=internTexts(),text=value=>texts.of(value),controls=intern(([framework,id])=>`${framework} ${id}`),rules=new Map,ruleRows=[],resources=intern(row=>row.join()),evidence=intern(row=>row.join()),waivers=intern(row=>row.join());for(let at_1=0,list_1=result.controls;at_1<list_1.length;++at_1){let{framework,id}=list_1[at_1];controls.of([framework,id])}for(let at_2=0,list_2=result.rules??[];at_2<list_2.length;++at_2){let rule=list_2[at_2];ruleOf(rule.id,rule)}function ruleOf(rule,about){let known=rules.get(rule);if(known!==void 0)return known;let own=about.controls.map(({framework,id})=>controls.of([framework,id]));return rules.set(rule,ruleRows.length),ruleRows.push([rule,about.title,about.severity,own])-1}function resourceRow2({address,type,writtenType,name,location}){return[text(address),text(type),text(writtenType),text(name),text(placeOf(location))]}function evidenceRow2(item){let found2=showFound(item);return[text(item.address),text(item.attribute),text(item.pointer),FOUND_KINDS.indexOf(found2.kind),text(found2.text),text(item.expected),item.item===void 0?-1:text(showJson(item.item)),text(placeOf(item.location)),text(item.note)]}function waiverRow2({reason,owner,expires,ticket,location}){return[text(reason),text(owner),text(expires),text(ticket),text(placeOf(location))]}function verdictRow(verdict,alike2){let{rule,resource,waiver,baseline}=verdict;return[ruleOf(rule,verdict),OUTCOMES.indexOf(verdict.verdict),resource===void 0?-1:resources.of(resourceRow2(resource)),alike2,verdict.message===verdict.title?-1:text(verdict.message),text(placeOf(verdict.location)),BASELINE_STATES.indexOf(baseline??"none"),waiver===void 0?-1:waivers.of(waiverRow2(waiver)),verdict.verdict==="pass"?-1:text(verdict.fingerprint.slice(0,FINGERPRINT_SHOWN)),verdict.evidence.map(item=>evidence.of(evidenceRow2(item))),verdict.reasons.map(text),(verdict.calls??[]).map(({location})=>text(placeOf(location)))]}let alike=likenessOf(result.verdicts),verdicts=result.verdicts.map(verdict=>verdictRow(verdict,alike.get(verdict)??-1));return{texts:texts.items,rules:ruleRows,controls:controls.items,resources:resources.items,evidence:evidence.items,waivers:waivers.items,verdicts}}function likenessOf(verdicts){let numbers=new Map,number2=0;for(let at_3=0,list_3=groupFindings(verdicts);at_3<list_3.length;++at_3){let{alike}=list_3[at_3];for(let at_4=0,list_4=alike;at_4<list_4.length;++at_4){let group=list_4[at_4];for(let at_5=0,list_5=group;at_5<list_5.length;++at_5){let verdict=list_5[at_5];numbers.set(verdict,number2)}number2+=1}}return numbers}function placeOf(location){if(location===void 0)return;let{file,line:line2,column}=location;return[file,line2,column].filter(part=>part!==void 0).join(":")}function readRule({rules,controls},index){let list_1=rules[index]??["","","low",[]],id=list_1[0],title=list_1[1],severity=list_1[2],own=list_1[3];return{index,id,title,severity,controls:own.flatMap(at=>controls.slice(at,at+1))}}function readResource(data,index){let row=data.resources[index];if(row===void 0)return;let list_2=row,address=list_2[0],type=list_2[1],writtenType=list_2[2],name=list_2[3],place=list_2[4];return{index,address:textAt(data,address)??"",type:textAt(data,type)??"",writtenType:textAt(data,writtenType),name:textAt(data,name),place:textAt(data,place)}}function readVerdict(data,index){let row=data.verdicts[index];if(row===void 0)throw new RangeError(`there is no verdict ${String(index)}`);let list_3=row,ruleAt=list_3[0],outcome=list_3[1],resource=list_3[2],alike=list_3[3],message=list_3[4],place=list_3[5],baseline=list_3[6],waiver=list_3[7],fingerprint=list_3[8],rule=readRule(data,ruleAt);return{rule,outcome:OUTCOMES[outcome]??"unknown",resource:readResource(data,resource),alike,message:textAt(data,message)??rule.title,place:textAt(data,place),isNew:BASELINE_STATES[baseline]==="new",waiver:readWaiver(data,waiver),fingerprint:textAt(data,fingerprint),evidence:row[9].flatMap(at=>readEvidence(data,at)??[]),reasons:row[10].flatMap(at=>textAt(data,at)??[]),calls:row[11].flatMap(at=>textAt(data,at)??[])}}function stateOf({verdicts},index){let row=verdicts[index];if(row===void 0)return"unknown";if(row[7]!==-1)return"waived";let outcome=OUTCOMES[row[1]]??"unknown";return BASELINE_STATES[row[6]]==="known"&&outcome!=="pass"?"known":outcome}function readEvidence(data,index){let row=data.evidence[index];if(row===void 0)return;let list_4=row,address=list_4[0],attribute=list_4[1],pointer=list_4[2],kind=list_4[3],found2=list_4[4],expected=list_4[5],item=list_4[6],place=list_4[7],note=list_4[8],path=textAt(data,pointer)??"";return{address:textAt(data,address)??"",property:textAt(data,attribute)??path,pointer:path,kind:FOUND_KINDS[kind]??"hidden",found:textAt(data,found2),expected:textAt(data,expected)??"",item:textAt(data,item),place:textAt(data,place),note:textAt(data,note)}}function readWaiver(data,index){let row=data.waivers[index];if(row===void 0)return;let list_5=row,reason=list_5[0],owner=list_5[1],expires=list_5[2],ticket=list_5[3],place=list_5[4];return{reason:textAt(data,reason)??"",owner:textAt(data,owner),expires:textAt(data,expires)??"",ticket:textAt(data,ticket),place:textAt(data,place)}}function textAt({texts},index){return index===-1?void 0:texts[index]}function groupVerdicts(data){let states=new Map(STATES.map(state=>[state,new Map]));for(let[index,[rule]]of data.verdicts.entries()){let rules=states.get(stateOf(data,index)),known=rules?.get(rule);known===void 0?rules?.set(rule,[index]):known.push(index)}return[...states].flatMap(([state,rules])=>[...rules].map(([rule,verdicts])=>({state,rule,verdicts})))}function groupAlike(data,verdicts){let groups=new Map;for(let at_1=0,list_1=verdicts;at_1<list_1.length;++at_1){let index=list_1[at_1],verdict=readVerdict(data,index),known=groups.get(verdict.alike);known===void 0?groups.set(verdict.alike,[verdict]):known.push(verdict)}return[...groups.values()]}var FEW_FINDINGS=2e3,MOST_OF_MANY=10;function collectContents(result,options){let data=buildData(result),groups=groupVerdicts(data),findings=result.verdicts.filter(({verdict})=>verdict!=="pass").length;return{result,options,data,groups,mostListed:findings<=FEW_FINDINGS?FEW_FINDINGS:MOST_OF_MANY}}var ITEMS_A_PART=2e3,SPECIAL={"<":"\\u003c",">":"\\u003e","&":"\\u0026"};function*embedJson(value){let separator="{";for(let at_1=0,list_1=Object.entries(value);at_1<list_1.length;++at_1){let list_2=list_1[at_1],key=list_2[0],items=list_2[1];yield`${separator}${harmless(key)}:[`,separator=",";for(let next=0;next<items.length;next+=ITEMS_A_PART){let part=harmless(items.slice(next,next+ITEMS_A_PART)).slice(1,-1);yield next===0?part:`,${part}`}yield"]"}yield"}"}function harmless(value){return escapeUnseen(JSON.stringify(value)).replace(/[<>&]/g,character=>SPECIAL[character]??"")}var Markup=class{text;constructor(text){this.text=text}},SPECIAL2=/[&<>"']/g,NAMES={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&#39;"};function html(template,...children){let fixed=withoutMargins(template),text=fixed[0]??"";for(let[index,child]of children.entries())text+=textOf(child)+(fixed[index+1]??"");return new Markup(text)}function escapeHtml(text){return showUnseen(text).replace(SPECIAL2,character=>NAMES[character]??"").replace(/##(?=\[)/g,"#&#35;")}function breakable(name){return new Markup(escapeHtml(name).replace(/[./_]/g,"$&<wbr>"))}function escapeLines(text){return new Markup(text.split(`
`).map(escapeHtml).join(`
`))}function textOf(child){if(child===void 0||child===!1)return"";if(child instanceof Markup)return child.text;if(typeof child=="string")return escapeHtml(child);if(typeof child=="number")return String(child);let text="";for(let at_1=0,list_1=child;at_1<list_1.length;++at_1){let part=list_1[at_1];text+=textOf(part)}return text}var FIXED=new WeakMap;function withoutMargins(template){let known=FIXED.get(template);if(known!==void 0)return known;let fixed=template.map(part=>part.replace(/\n\s*/g," "));return FIXED.set(template,fixed),fixed}var SECTIONS={summary:"Summary",controls:"Controls",findings:"Findings",resources:"Resources",coverage:"Coverage",waivers:"Waivers",attestations:"Attestations",rules:"Rules",manifest:"Manifest","sign-off":"Sign-off"};function section(name,lead,...content){return html`<section
    id="${name}"
    class="page${name==="summary"&&" shown"}"
    aria-labelledby="${name}-heading"
  >
    <h2 id="${name}-heading" tabindex="-1">${SECTIONS[name]}</h2>
    ${lead!==void 0&&html`<p class="lead">${lead}</p>`} ${content}
  </section>`}function facts(rows){return html`<dl class="facts">
    ${rows.map(row=>row!==!1&&html`<div>
          <dt>${row[0]}</dt>
          <dd>${row[1]}</dd>
        </div>`)}
  </dl>`}function digest(sha256){return sha256===""?html`<span class="quiet">none</span>`:html`<code class="digest">${sha256}</code>`}var MONTHS=["January","February","March","April","May","June","July","August","September","October","November","December"];function count(number2,noun,plural=`${noun}s`){return`${thousands(number2)} ${number2===1?noun:plural}`}function thousands(number2){return String(number2).replace(/\B(?=(?:\d{3})+$)/g,",")}function showDay(day){let[,year="",month="",date=""]=/^(\d{4})-(\d{2})-(\d{2})/.exec(day)??[],name=MONTHS[Number(month)-1];return name===void 0?day:`${Number(date)} ${name} ${year}`}function showTime(time){let[,clock]=/T(\d{2}:\d{2})/.exec(time)??[];return clock===void 0?showDay(time):`${showDay(time)}, ${clock} UTC`}function isLink(text){return/^https?:\/\/[^\s]+$/i.test(text)}var ICON="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='%230b6b74' stroke-width='1.8' stroke-linecap='round'%3E%3Cpath d='M4 1c0 7 8 7 8 14M12 1c0 7-8 7-8 14M5 4h6M5 12h6'/%3E%3C/svg%3E";function pageHead({result},{style,boot,digests:digests2}){let policy=["default-src 'none'",`script-src '${digests2.boot}' '${digests2.script}'`,`style-src '${digests2.style}'`,"img-src data:","base-uri 'none'","form-action 'none'"].join("; ");return html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    <meta name="color-scheme" content="light dark" />
    <meta name="generator" content="genoscan ${result.tool.version}" />
    <title>genoscan: ${subjectOf(result.inputs.map(({path})=>path))}</title>
    <link rel="icon" href="${new Markup(ICON)}" />
    ${new Markup(`<style>${style}</style><script>${boot}</script>`)}
  </head>`}function pageHeader({result}){let{run,tool,inputs:inputs2}=result,told=[run===void 0?void 0:showTime(run.startedAt),`genoscan ${tool.version}`,run?.repository,run?.commit===void 0?void 0:`commit ${run.commit.slice(0,12)}`,run?.identity===void 0?void 0:`started by ${run.identity}`].filter(part=>part!==void 0);return html`<header class="masthead">
    <p class="brand">${mark()}genoscan <span>evidence report</span></p>
    <h1>${subjectOf(inputs2.map(({path})=>path))}</h1>
    <p class="told">
      ${told.map((part,index)=>[index>0&&html`<span class="sep"> · </span>`,html`<span>${part}</span>`])}
    </p>
  </header>`}function pageNavigation({result,groups}){let open=groups.flatMap(({state,verdicts})=>state==="fail"?verdicts:[]).length,numbers={controls:thousands(result.controls.length),findings:thousands(open),waivers:thousands(result.waivers?.length??0),rules:thousands(result.summary.rules)},gaps2=result.coverage.length;return gaps2>0&&(numbers.coverage=thousands(gaps2)),html`<nav class="contents" aria-label="Parts of the report">
    <ul>
      ${Object.keys(SECTIONS).map(name=>html`<li>
            <a href="#${name}" data-page="${name}"
              >${SECTIONS[name]}${numbers[name]!==void 0&&html`<span class="tally" aria-hidden="true">${numbers[name]}</span>`}</a
            >
          </li>`)}
    </ul>
    <div class="tools" data-tools hidden>
      <fieldset class="theme">
        <legend>Appearance</legend>
        ${["auto","light","dark"].map(theme=>html`<label><input type="radio" name="theme" value="${theme}" ${theme==="auto"&&html` checked`} /><span>${theme}</span></label>`)}
      </fieldset>
      <button type="button" class="plain" data-print>Print or save as PDF</button>
    </div>
  </nav>`}function pageFooter({result}){return html`<footer class="foot">
    <p>
      Evidence that supports an assessment; no statement that a law or a framework is met. Technical controls
      only.
    </p>
    <p>
      genoscan ${result.tool.version} · ${count(result.summary.rules,"rule")}, digest
      <code>${result.tool.rulesetDigest.slice(0,16)}</code>
    </p>
  </footer>`}function mark(){return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M4 1c0 7 8 7 8 14M12 1c0 7-8 7-8 14"></path>
    <path class="rungs" d="M5 4h6M5 12h6"></path>
  </svg>`}function subjectOf(paths){let list_1=paths,first=list_1[0]!==void 0?list_1[0]:"nothing",others=list_1.slice(1),name=first==="-"?"standard input":first;return others.length===0?name:`${name} and ${count(others.length,"other input")}`}var STATUSES={failing:{label:"Failing",meaning:"A verdict that is evidence for it failed, waived or not."},unknown:{label:"Not decided",meaning:"A verdict could not be decided, or a part of the input could not be read."},passing:{label:"Passing",meaning:"Verdicts support it, and none in scope failed or was undecided."},attested:{label:"Attested",meaning:"A person attests it, and no verdict speaks against it."},"documented-alternative":{label:"Documented alternative",meaning:"Addressable; a documented alternative takes its place."},manual:{label:"Manual, open",meaning:"Only a person can attest it, and nobody has."},"live-only":{label:"Live only",meaning:"Only an account that runs can tell."},"not-assessed":{label:"Not assessed",meaning:"Rules are evidence for it, and nothing that they are about is in scope."},"not-covered":{label:"Not covered",meaning:"No rule in force reads what could be evidence for it."}},STATUS_ORDER=Object.keys(STATUSES);var STATE_LABELS={fail:"Failed",unknown:"Not decided",known:"Known",waived:"Waived",pass:"Passed"},FRAMEWORK_LABELS={genomics:"Genomics",hipaa:"HIPAA",hitrust:"HITRUST","aws-config":"AWS Config","azure-policy":"Azure Policy"};function icon(name){return html`<svg class="icon" aria-hidden="true"><use href="#i-${name}"></use></svg>`}function unseen(text){return html`<span class="unseen">${text}</span>`}function severityLabel(severity){return html`<span class="severity severity-${severity}">${severity}</span>`}function statusLabel(status){return html`<span class="status status-${status}">${icon(status)}${STATUSES[status].label}</span>`}function stateCount(state,number2){let label=STATE_LABELS[state].toLowerCase();return html`<span class="state state-${state}">${icon(stateIcon(state))}${number2} ${label}</span>`}function stateIcon(state){return{fail:"failing",unknown:"unknown",pass:"passing",known:"known",waived:"waived"}[state]}function anchorOf(kind,id){return`${kind}:${id}`}function showAttestations({result}){let statements=result.controls.flatMap(control=>statementsOf(control)),open=result.controls.filter(({status})=>status==="manual");return section("attestations","A scan covers technical controls only. What a person attests, and which alternatives are documented, stands here with its owner and its day.",statements.length>0?html`<table class="list">
          <thead>
            <tr>
              <th scope="col">Control</th>
              <th scope="col">Statement</th>
              <th scope="col">By</th>
              <th scope="col">Holds until</th>
              <th scope="col">Status of the control</th>
            </tr>
          </thead>
          <tbody>
            ${statements.map(statement2=>statementRow(statement2))}
          </tbody>
        </table>`:html`<p class="quiet">Nothing is attested in genoscan.yaml.</p>`,open.length>0&&showOpen(open))}function statementsOf(control){let{attestation,alternative}=control;return[...attestation===void 0?[]:[statement(control,"Attestation",{...attestation,text:attestation.statement,link:attestation.link})],...alternative===void 0?[]:[statement(control,"Documented alternative",{...alternative,text:alternative.reason,link:alternative.document})]]}function statement(control,kind,{owner,date,expires,state,location,text,link}){return{control,kind,text,owner,date,expires,link,state,place:placeOf(location)}}function statementRow({control,kind,text,owner,date,expires,link,state,place}){let{framework,id,title,status}=control;return html`<tr>
    <th scope="row">
      <a href="#${anchorOf("control",`${framework}:${id}`)}">${FRAMEWORK_LABELS[framework]} ${id}</a
      ><span class="note">${title}</span>
    </th>
    <td data-label="Statement">
      <span class="note">${kind}</span
      >${text}${link!==void 0&&html`<span class="note">${linkTo(link)}</span>`}<span class="place"
        >${place}</span
      >
    </td>
    <td data-label="By">${owner}<span class="note">${showDay(date)}</span></td>
    <td data-label="Holds until">
      ${expires===void 0?html`<span class="quiet">no end</span>`:showDay(expires)}${state==="expired"&&html`<b class="waiver-expired">expired</b>`}
    </td>
    <td data-label="Status">${statusLabel(status)}</td>
  </tr>`}function linkTo(link){return isLink(link)?html`<a href="${link}" rel="noreferrer noopener" target="_blank">${link}</a>`:link}function showOpen(open){return html`<h3>Open</h3>
    <p class="quiet">Only a person can attest these, and nobody has.</p>
    <ul class="open-controls">
      ${open.map(({framework,id,title})=>html`<li><a href="#${anchorOf("control",`${framework}:${id}`)}">${FRAMEWORK_LABELS[framework]} ${id}</a> ${title!==id&&html`<span class="quiet">${title}</span>`}</li>`)}
    </ul>`}function filterBar(list,label,fields){return html`<form class="filters" role="search" aria-label="${label}" data-filters="${list}" hidden>
    ${fields.map(field=>filterField(list,field))}
    <button type="reset" class="plain">Reset</button>
    <output class="filter-count" aria-live="polite" data-count="${list}"></output>
  </form>`}function filterField(list,{name,label,choices,hint}){let id=`filter-${list}-${name}`,field=choices===void 0?html`<input
          type="search"
          id="${id}"
          name="${name}"
          placeholder="${hint??""}"
          autocomplete="off"
          spellcheck="false"
        />`:html`<select id="${id}" name="${name}">
          <option value="">any</option>
          ${choices.map(([value,text])=>html`<option value="${value}">${text}</option>`)}
        </select>`;return html`<div class="field"><label for="${id}">${label}</label>${field}</div>`}function showControls(contents){let{controls,manifest}=contents.result,frameworks2=[...new Set(controls.map(({framework})=>framework))],rules=ruleLines(contents);return section("controls","How far the evidence goes that supports each control. A status is rolled up from the verdicts of the rules that are evidence for it; a waiver changes no status.",filterBar("controls","Filter controls",[{name:"text",label:"Text",hint:"id or title"},{name:"framework",label:"Framework",choices:frameworks2.map(name=>[name,FRAMEWORK_LABELS[name]])},{name:"status",label:"Status",choices:STATUS_ORDER.map(status=>[status,STATUSES[status].label])},{name:"severity",label:"With findings of",choices:SEVERITIES.map(name=>[name,name])},{name:"resource",label:"Resource",hint:"address or type"}]),frameworks2.map(framework=>frameworkTable(controls.filter(control=>control.framework===framework),framework,manifest?.frameworks.find(one=>one.framework===framework),rules)),html`<p class="empty" data-empty="controls" hidden>No control matches the filter.</p>`)}function frameworkTable(controls,framework,about,rules){return html`<section class="framework-block" data-framework="${framework}">
    <h3>${FRAMEWORK_LABELS[framework]}</h3>
    ${about!==void 0&&html`<details class="about">
        <summary>${about.title}, as of ${showDay(about.asOf)}</summary>
        <p>${about.source}.</p>
        ${about.note!==void 0&&html`<p>${about.note}</p>`}
      </details>`}
    <table class="matrix">
      <caption class="unseen">
        Controls of ${about?.title??FRAMEWORK_LABELS[framework]}
      </caption>
      <thead>
        <tr>
          <th scope="col">Control</th>
          <th scope="col">Title and evidence</th>
          <th scope="col">Status</th>
          <th scope="col" class="number">Failed</th>
          <th scope="col" class="number">Undecided</th>
          <th scope="col" class="number">Passed</th>
        </tr>
      </thead>
      <tbody>
        ${controls.map(control=>controlRow(control,rules))}
      </tbody>
    </table>
  </section>`}function controlRow(control,rules){let{framework,id,title,status,counts}=control;return html`<tr
    id="${anchorOf("control",`${framework}:${id}`)}"
    data-control="${framework} ${id}"
    data-status="${status}"
    tabindex="-1"
  >
    <th scope="row"><code>${id}</code></th>
    <td>
      ${title!==id&&html`<span class="control-title">${title}</span>`}${qualities(control)}${supports(control,rules)}
    </td>
    <td class="status-cell">${statusLabel(status)}</td>
    ${number(counts.fail,"failed",counts.waived>0?`${thousands(counts.waived)} waived`:void 0)}
    ${number(counts.unknown,"undecided")} ${number(counts.pass,"passed")}
  </tr>`}function number(value,label,note){return html`<td class="number${value===0&&" zero"}" data-label="${label}">
    ${thousands(value)}${note!==void 0&&html`<span class="note">${note}</span>`}
  </td>`}function qualities({safeguard,kind,designation,evidence}){let kinds={standard:"standard",specification:"implementation specification"},reach={technical:"read from configuration",partial:"read from configuration in part",live:"read from a running account",manual:"attested by a person"},words=[safeguard,kind===void 0?void 0:kinds[kind],designation,reach[evidence]];return html`<span class="quiet">${words.filter(word=>word!==void 0).join(" \xB7 ")}</span>`}function supports(control,rules){let{framework,heldBackBy=[],attestation,alternative,rules:own=[]}=control;return html`
    ${heldBackBy.length>0&&html`<span class="held">Held back by ${heldBackBy.map((id,index)=>[index>0&&", ",html`<a href="#${anchorOf("control",`${framework}:${id}`)}">${id}</a>`])}</span>`}
    ${attestation!==void 0&&html`<span class="held">${attestation.state==="expired"?"Attestation has expired":"Attested"}: ${attestation.statement} <span class="quiet">(${attestation.owner}, ${showDay(attestation.date)})</span></span>`}
    ${alternative!==void 0&&html`<span class="held">${alternative.state==="expired"?"Alternative has expired":"Documented alternative"}: ${alternative.reason} <span class="quiet">(${alternative.owner}, ${showDay(alternative.date)})</span></span>`}
    ${own.length>0&&ruleList(own,rules)}
  `}function ruleList(own,rules){let lines=own.flatMap(id=>rules.get(id)??[]).sort((one,other)=>one.rank-other.rank),silent=own.length-lines.length;return html`<details class="control-rules">
    <summary>${count(own.length,"rule")}</summary>
    <ul>
      ${lines.map(({line:line2})=>line2)}
      ${silent>0&&html`<li class="rule-line rule-none">${icon("not-assessed")} <span class="quiet">${count(silent,"rule")} met nothing in scope</span></li>`}
    </ul>
  </details>`}function ruleLines({data,groups,result}){let notListed=new Map((result.rules??[]).map(({id,counts:{pass,fail,unknown}})=>[id,pass+fail+unknown])),lines=data.rules.flatMap(([id],index)=>{let said=groups.filter(group=>group.rule===index),number2=notListed.get(id)??0;if(said.length===0&&number2===0)return[];let rank=said[0]===void 0?STATES.length:STATES.indexOf(said[0].state);return[[id,{rank,line:ruleLine(readRule(data,index),said,number2)}]]});return new Map(lines)}function ruleLine({id,title},said,number2){let list_1=said,worst=list_1[0],words=said.map(({state,verdicts})=>`${thousands(verdicts.length)} ${STATE_WORDS[state]}`);return html`<li class="rule-line rule-${worst?.state??"none"}">
    ${icon(worst===void 0?"not-assessed":SIGNS[worst.state])}
    <a href="#${worst===void 0?anchorOf("rule",id):anchorOf(worst.state,id)}">${title}</a>
    <span class="quiet">
      ${words.length>0?words.join(", "):`${count(number2,"verdict")}, not listed`}</span
    >${unseen(".")}
  </li>`}var STATE_WORDS={fail:"failed",unknown:"not decided",known:"known",waived:"waived",pass:"passed"},SIGNS={fail:"failing",unknown:"unknown",known:"known",waived:"waived",pass:"passing"};function showCoverage({result}){return section("coverage","What was read, what was not and why. What was not read is never counted as passed.",inputs(result.inputs),gaps(result),reasons(result),outOfScope(result),diagnostics(result.diagnostics))}function inputs(all){let words={read:"read",partial:"read in part",unreadable:"not read"};return html`<h3>Inputs</h3>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Kind</th>
          <th scope="col">State</th>
          <th scope="col" class="number">Resources</th>
        </tr>
      </thead>
      <tbody>
        ${all.map(({path,source,status,resources,message})=>html`<tr>
              <th scope="row">
                <code>${path==="-"?"standard input":path}</code
                >${message!==void 0&&html`<span class="note">${message}</span>`}
              </th>
              <td data-label="Kind">${source??"not recognised"}</td>
              <td data-label="State" class="input-${status}">${words[status]}</td>
              <td class="number" data-label="Resources">${thousands(resources)}</td>
            </tr>`)}
      </tbody>
    </table>`}function gaps({coverage,inputs:all}){let unread=all.filter(({status})=>status==="unreadable");return coverage.length===0&&unread.length===0?html`<h3>Not read</h3>
      <p class="quiet">Everything that was given was read.</p>`:html`<h3>Not read</h3>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        ${unread.map(({path,message})=>html`<tr>
              <th scope="row"><code>${path}</code></th>
              <td data-label="Why">${message??"could not be read"}</td>
            </tr>`)}
        ${coverage.map(gap=>gapRow(gap))}
      </tbody>
    </table>`}function gapRow({subject,reason,location}){let place=placeOf(location);return html`<tr>
    <th scope="row">
      <code>${subject}</code
      >${place!==void 0&&place!==subject&&html`<span class="place">${place}</span>`}
    </th>
    <td data-label="Why">${reason}</td>
  </tr>`}function reasons({verdicts,summary}){let numbers=new Map;for(let at_1=0,list_1=verdicts;at_1<list_1.length;++at_1){let{reasons:own}=list_1[at_1];for(let at_2=0,list_2=own;at_2<list_2.length;++at_2){let reason=list_2[at_2];numbers.set(reason,(numbers.get(reason)??0)+1)}}if(numbers.size===0)return!1;let ordered=[...numbers].sort(([,one],[,other])=>other-one);return html`<h3>Not decided, and why</h3>
    <p class="quiet">
      ${count(summary.verdicts.unknown,"verdict")}; what would settle each stands with
      <a href="#findings" data-show-findings="state=unknown">the findings</a>.
    </p>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Reason</th>
          <th scope="col" class="number">Verdicts</th>
        </tr>
      </thead>
      <tbody>
        ${ordered.map(([reason,number2])=>html`<tr>
              <th scope="row">${reason}</th>
              <td class="number" data-label="Verdicts">${thousands(number2)}</td>
            </tr>`)}
      </tbody>
    </table>`}function outOfScope({notInScope}){if(notInScope===void 0)return!1;let{include,exclude,resources}=notInScope,pattern=text=>html`<li><code>${text}</code></li>`;return html`<h3>Not in scope</h3>
    <p class="quiet">
      ${count(resources.length,"resource")} that genoscan.yaml puts out of scope: facts for others, without a
      verdict of their own.
    </p>
    ${include.length>0&&html`<p>Included are</p>
        <ul class="patterns">
          ${include.map(pattern)}
        </ul>`}
    ${exclude.length>0&&html`<p>Excluded are</p>
        <ul class="patterns">
          ${exclude.map(pattern)}
        </ul>`}
    ${resources.length>0&&html`<details>
        <summary>${count(resources.length,"resource")}</summary>
        <ul class="plain-list">
          ${resources.map(({address,type})=>html`<li><code>${address}</code> <span class="quiet">${type}</span></li>`)}
        </ul>
      </details>`}`}function diagnostics(all){return all.length===0?!1:html`<h3>About the input</h3>
    <p class="quiet">No verdicts: what there is to say about the input and the configuration.</p>
    <ul class="diagnostics">
      ${all.map(({level,message,location})=>{let place=placeOf(location);return html`<li class="diagnostic-${level}">
          <b>${level}</b>
          <span>${message}${place!==void 0&&html` <span class="place">${place}</span>`}</span>
        </li>`})}
    </ul>`}function controlLinks(controls){let byFramework=new Map;for(let at_1=0,list_1=controls;at_1<list_1.length;++at_1){let list_2=list_1[at_1],framework=list_2[0],id=list_2[1];byFramework.set(framework,[...byFramework.get(framework)??[],id])}let linked=(framework,id)=>html`<a href="#${anchorOf("control",`${framework}:${id}`)}">${id}</a>`;return html`<ul class="control-links">
    ${[...byFramework].map(([framework,ids])=>html`<li>
          <span class="framework">${FRAMEWORK_LABELS[framework]}</span>
          <span>${ids.map((id,index)=>[index>0&&", ",linked(framework,id)])}</span>
        </li>`)}
  </ul>`}function evidenceTable(evidence,address){return evidence.length===0?html``:html`<table class="evidence">
    <thead>
      <tr>
        <th scope="col">Property</th>
        <th scope="col">Found</th>
        <th scope="col">Expected</th>
      </tr>
    </thead>
    <tbody>
      ${evidence.map(item=>evidenceRow(item,address))}
    </tbody>
  </table>`}function evidenceRow(item,address){let{property,pointer,place,expected}=item;return html`<tr>
    <th scope="row">
      ${item.address!==address&&html`<code class="other">${item.address}</code>`}
      <code>${property===""?"the resource":breakable(property)}</code>
      ${pointer!==property&&html`<code class="pointer">${breakable(pointer)}</code>`}
      ${place!==void 0&&html`<span class="place">${place}</span>`}
    </th>
    <td data-label="Found">${found(item)}</td>
    <td data-label="Expected">
      ${expected===""?html`<span class="quiet">nothing more</span>`:html`<code>${expected}</code>`}
    </td>
  </tr>`}function found({kind,found:text="",item,note}){return html`
    ${foundValue(kind,text)} ${note!==void 0&&html`<span class="note">${note}</span>`}
    ${item!==void 0&&html`<span class="note">in <code>${item}</code></span>`}
  `}function foundValue(kind,text){switch(kind){case"absent":return html`<span class="found-absent">not set</span>`;case"hidden":return html`<span class="found-absent">not shown</span>`;case"unknown":return html`<span class="found-unknown">not known: ${text}</span>`;case"reference":return html`<span class="quiet">refers to </span><code>${text}</code>`;case"value":return html`<code>${text}</code>`}}var WHOLE_INPUT="the input as a whole";function verdictList(data,verdicts,most){let groups=groupAlike(data,verdicts.slice(0,most)),more=verdicts.length-most;return html`
    ${groups.map(group=>alikeVerdicts(group))}
    ${more>0&&html`<p class="more"><button type="button" data-more>Show more</button> ${count(more,"more verdict")} of this rule</p>`}
  `}function alikeVerdicts(verdicts){let list_1=verdicts,first=list_1[0],others=list_1.slice(1);return first===void 0?html``:html`<div class="alike">
    <ul class="addresses">
      ${verdicts.map(verdict=>addressLine(verdict))}
    </ul>
    ${sentence(first,others.length)}
    ${first.reasons.length>0&&html`<ul class="reasons">
        ${first.reasons.map(reason=>html`<li><span class="quiet">because</span> ${reason}</li>`)}
      </ul>`}
    ${evidenceTable(first.evidence,first.resource?.address)}
  </div>`}function addressLine({resource,place,calls,isNew,waiver,fingerprint,outcome}){let inner=calls.toReversed();return html`<li>
    <code class="address">${resource?.address??WHOLE_INPUT}</code>
    ${isNew&&outcome!=="pass"&&html` <span class="new">new</span>`}
    ${place!==void 0&&html` <span class="place">${place}</span>`}
    ${inner.map(call=>html` <span class="place">called at ${call}</span>`)}
    ${fingerprint!==void 0&&html` <span class="fingerprint" title="Fingerprint of the finding">${fingerprint}</span>`}
    ${waiver!==void 0&&waiverLine(waiver)}
  </li>`}function waiverLine({reason,owner,expires,ticket,place}){return html`<p class="waiver-line">
    ${reason}
    <span class="quiet"
      >(${owner!==void 0&&`${owner}, `}until
      ${showDay(expires)}${ticket!==void 0&&`, ${ticket}`}${place!==void 0&&`; ${place}`})</span
    >
  </p>`}function sentence({outcome,message,rule,resource},others){return message===rule.title||outcome==="pass"?!1:outcome==="unknown"?!message.endsWith(rule.title)&&html`<p class="sentence"><b>To settle it:</b> ${message}</p>`:html`<p class="sentence">${sentenceOf(message,resource?.address,others)}</p>`}var LANGUAGES={terraform:"Terraform",cloudformation:"CloudFormation",bicep:"Bicep",arm:"ARM",kubernetes:"Kubernetes"};function showRemediation(rule,{result,options}){let remediation=options.rules.get(rule)?.remediation;if(remediation===void 0)return!1;let snippets=languagesOf(result,remediation).flatMap(language=>{let snippet=remediation[language];return snippet===void 0?[]:[showSnippet(language,snippet)]});return snippets.length===0&&remediation.text===void 0?!1:html`<div class="mend">
    <h5>How to mend it</h5>
    ${remediation.text!==void 0&&html`<p>${remediation.text.trim().replace(/\s+/g," ")}</p>`}
    ${snippets}
  </div>`}function showSnippet(language,snippet){return html`<figure class="snippet">
    <figcaption>
      ${LANGUAGES[language]}<button type="button" class="copy" data-copy hidden>Copy</button>
    </figcaption>
    <pre
      tabindex="0"
      aria-label="${LANGUAGES[language]} to paste"
    ><code>${escapeLines(snippet.trimEnd())}</code></pre>
  </figure>`}function languagesOf({inputs:inputs2},remediation){let all=Object.keys(LANGUAGES),own=all.filter(language=>inputs2.some(({source})=>source?.startsWith(language)===!0));return own.some(language=>remediation[language]!==void 0)?own:all}function findingBlock(group,contents){let{data,options,mostListed}=contents,rule=readRule(data,group.rule),about=options.rules.get(rule.id),isLazy=group.state==="pass";return html`<details
    class="finding finding-${group.state}"
    id="${anchorOf(group.state,rule.id)}"
    data-rule="${group.rule}"
    data-state="${group.state}"
  >
    <summary>
      ${severityLabel(rule.severity)}
      <h4>${rule.title}</h4>
      <span class="times" data-times>${count(group.verdicts.length,"verdict")}</span>
    </summary>
    <div class="finding-body">
      <p class="rule-id"><code>${rule.id}</code></p>
      ${about!==void 0&&html`<p class="why">${oneLine(about.description)}</p>`}
      <div class="verdicts" ${isLazy&&html` data-lazy`}>
        ${isLazy?html`<p class="quiet">The evidence is in this file; a browser that runs its script shows it here.</p>`:verdictList(data,group.verdicts,mostListed)}
      </div>
      ${!isLazy&&showRemediation(rule.id,contents)}
      ${rule.controls.length>0&&html`<h5>Evidence for</h5>
          ${controlLinks(rule.controls)}`}
      ${about!==void 0&&about.references.length>0&&showReferences(about.references)}
    </div>
  </details>`}function showReferences(references){return html`<ul class="references">
    ${references.map(uri=>html`<li>${isLink(uri)?html`<a href="${uri}" rel="noreferrer noopener" target="_blank">${uri.replace(/^https?:\/\//,"")}</a>`:uri}</li>`)}
  </ul>`}function oneLine(text){return text.trim().replace(/\s+/g," ")}var HEADINGS={fail:["Failed","What to mend, the worst first."],unknown:["Not decided","Neither pass nor fail: the input does not settle it. Each says why, and what would."],known:["Known","The baseline holds them, so the scan does not fail for them. Their verdicts are what they were."],waived:["Waived","A person accepts them for a time. A waiver changes no verdict and no status of a control."],pass:["Passed","Evidence as well: which rule, on which resource, on what property."]};function showFindings(contents){let{result,groups}=contents,frameworks2=[...new Set(result.controls.map(({framework})=>framework))],types=[...new Set(result.verdicts.flatMap(({resource})=>resource?.writtenType??resource?.type??[]))].sort();return section("findings",`Each rule that has said something, what it was said of, and on what evidence. ${count(result.summary.verdicts.notApplicable,"time")} a rule did not apply.`,filterBar("findings","Filter findings",[{name:"text",label:"Text",hint:"rule, resource, control"},{name:"state",label:"Verdict",choices:STATES.map(state=>[state,STATE_LABELS[state]])},{name:"severity",label:"Severity",choices:SEVERITIES.map(name=>[name,name])},{name:"framework",label:"Framework",choices:frameworks2.map(name=>[name,FRAMEWORK_LABELS[name]])},{name:"type",label:"Resource type",choices:types.map(type=>[type,type])}]),html`<p class="all" hidden data-all><button type="button" class="plain">Open all</button></p>`,html`<p class="empty" data-empty="findings" hidden>No verdict matches the filter.</p>`,STATES.map(state=>{let own=groups.filter(group=>group.state===state);return own.length>0&&stateBlock(state,own,contents)}),groups.length===0&&html`<p class="quiet">No rule in force is about anything in this input.</p>`)}function stateBlock(state,groups,contents){let list_1=HEADINGS[state],title=list_1[0],lead=list_1[1];return html`<section class="state-block state-block-${state}" data-state-block="${state}">
    <h3>
      ${title} <span class="tally">${thousands(groups.flatMap(({verdicts})=>verdicts).length)}</span>
    </h3>
    <p class="quiet">${lead}</p>
    ${groups.map(group=>findingBlock(group,contents))}
  </section>`}var NOT_TOLD=html`<span class="quiet">not told by the environment</span>`;function showManifest({result}){let{tool,run,manifest}=result;return section("manifest","With what this result was made. The same inputs, rules and parameters give the same verdicts.",html`<h3>Run</h3>`,facts([["Tool",`${tool.name} ${tool.version}`],...aboutRun(run),...aboutSettings(manifest)]),digests(result),manifest!==void 0&&[siteRules(manifest),parameters(manifest),frameworks(manifest)])}function aboutRun(run){if(run===void 0)return[["Scan began",html`<span class="quiet">not recorded</span>`]];let{startedAt,repository,branch,commit,identity,pipeline}=run;return[["Scan began",showTime(startedAt)],...repository===void 0?[]:[["Repository",repository]],...branch===void 0?[]:[["Branch or tag",branch]],["Commit",commit===void 0?NOT_TOLD:html`<code>${commit}</code>`],["Started by",identity??NOT_TOLD],...pipeline===void 0?[]:[["Pipeline",linkTo2(pipeline)]]]}function aboutSettings(manifest){if(manifest===void 0)return[];let{failOn,strict,complete}=manifest;return[["Fails from",failOn],["Undecided counts as a finding",strict?"yes":"no"],...complete===void 0?[]:[["Declared complete",complete==="all"?"everything":complete.join(", ")]]]}function linkTo2(address){return isLink(address)?html`<a href="${address}" rel="noreferrer noopener" target="_blank">${address}</a>`:address}function digests({inputs:inputs2,tool,manifest,baseline}){let config=manifest?.config;return html`<h3>Digests</h3>
    <table class="list digests">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        ${inputs2.map(({path,sha256})=>digestRow("Input",path,sha256))}
        ${digestRow("Rules, controls and parameters",void 0,tool.rulesetDigest)}
        ${config!==void 0&&digestRow("Configuration",config.path,config.sha256)}
        ${baseline!==void 0&&digestRow("Baseline",baseline.file,baseline.sha256)}
      </tbody>
    </table>`}function digestRow(kind,path,sha256){return html`<tr>
    <th scope="row">
      ${kind}${path!==void 0&&html`<code class="other">${path==="-"?"standard input":path}</code>`}
    </th>
    <td data-label="SHA-256">${digest(sha256)}</td>
  </tr>`}function siteRules({ruleFolders}){return ruleFolders===void 0?!1:html`<h3>Rules of the site</h3>
    <ul class="patterns">
      ${ruleFolders.map(folder2=>html`<li><code>${folder2}</code></li>`)}
    </ul>`}function parameters(manifest){return html`<h3>Parameters</h3>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(manifest.parameters).map(([name,value])=>html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td data-label="Value"><code>${showParameter(value)}</code></td>
            </tr>`)}
      </tbody>
    </table>`}function showParameter(value){return Array.isArray(value)?value.join(", "):JSON.stringify(value)}function frameworks(manifest){return html`<h3>Frameworks</h3>
    <table class="list">
      <thead>
        <tr>
          <th scope="col">Framework</th>
          <th scope="col">Source</th>
          <th scope="col">As of</th>
        </tr>
      </thead>
      <tbody>
        ${manifest.frameworks.map(({title,source,asOf})=>html`<tr>
              <th scope="row">${title}</th>
              <td data-label="Source">${source}</td>
              <td data-label="As of">${asOf}</td>
            </tr>`)}
      </tbody>
    </table>`}function resourceRow(data,{resource,counts},position){let view=readResource(data,resource),type=view?.writtenType??view?.type;return html`<details class="resource" data-resource="${position}">
    <summary>
      <span class="resource-name">
        <code class="address">${view?.address??WHOLE_INPUT}</code>
        <span class="quiet">${type}${view?.place!==void 0&&` \xB7 ${view.place}`}</span>
      </span>
      <span class="state-counts"
        >${STATES.filter(state=>counts[state]>0).map(state=>stateCount(state,counts[state]))}</span
      >
    </summary>
    <div class="resource-body" data-lazy></div>
  </details>`}function summarizeResources(data){let byResource=new Map;for(let[index,row]of data.verdicts.entries()){let known=byResource.get(row[2]);known===void 0?byResource.set(row[2],[index]):known.push(index)}return[...byResource].map(([resource,verdicts])=>({resource,verdicts,counts:countStates(data,verdicts),weight:weigh(data,verdicts),address:resource===-1?"":data.texts[data.resources[resource]?.[0]??-1]??""})).sort((one,other)=>other.weight-one.weight||compare(one.address,other.address))}function countStates(data,verdicts){let counts={fail:0,unknown:0,known:0,waived:0,pass:0};for(let at_1=0,list_1=verdicts;at_1<list_1.length;++at_1){let index=list_1[at_1];counts[stateOf(data,index)]+=1}return counts}function weigh(data,verdicts){let weight=0;for(let at_2=0,list_2=verdicts;at_2<list_2.length;++at_2){let index=list_2[at_2],severity=data.rules[data.verdicts[index]?.[0]??-1]?.[2]??"low",state=stateOf(data,index);state==="fail"?weight+=1e3**(SEVERITIES.length-SEVERITIES.indexOf(severity)):state!=="pass"&&(weight+=(STATES.length-STATES.indexOf(state))/1e3)}return weight}function compare(one,other){return one===other?0:one<other?-1:1}var MOST_SHOWN=100;function showResources({data,result}){let resources=summarizeResources(data),types=[...new Set(result.verdicts.flatMap(({resource})=>resource?.writtenType??resource?.type??[]))].sort(),more=resources.length-MOST_SHOWN;return section("resources",`${count(result.summary.resources,"resource")} declared; the ones that a rule is about, those with the worst findings first.`,filterBar("resources","Filter resources",[{name:"text",label:"Text",hint:"address, name or type"},{name:"state",label:"With a verdict",choices:STATES.map(state=>[state,STATE_LABELS[state]])},{name:"type",label:"Resource type",choices:types.map(type=>[type,type])}]),html`<div class="resources" data-resources>
      ${resources.slice(0,MOST_SHOWN).map((one,index)=>resourceRow(data,one,index))}
    </div>`,html`<p class="empty" data-empty="resources" ${resources.length>0&&html` hidden`}>
      No resource ${resources.length>0?"matches the filter":"has a verdict"}.
    </p>`,more>0&&html`<p class="more" data-more-resources>
        <button type="button" hidden>Show more</button> <span>${count(more,"more resource")}</span>
      </p>`)}var NOTHING={pass:0,fail:0,unknown:0,waived:0};function showRules({data,groups,result}){let counts=countByRule(result),states=new Map(groups.toReversed().map(({rule,state})=>[rule,state]));return section("rules",`${count(result.summary.rules,"rule")} in force. Those that met nothing in this input are listed as well: they have been asked.`,filterBar("rules","Filter rules",[{name:"text",label:"Text",hint:"id or title"},{name:"severity",label:"Severity",choices:SEVERITIES.map(name=>[name,name])},{name:"state",label:"With a verdict",choices:[["fail","failed"],["unknown","not decided"],["pass","passed"],["none","none"]]}]),html`<table class="list rules">
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Severity</th>
          <th scope="col" class="number">Failed</th>
          <th scope="col" class="number">Undecided</th>
          <th scope="col" class="number">Passed</th>
          <th scope="col" class="number">Waived</th>
        </tr>
      </thead>
      <tbody>
        ${data.rules.map(([id],index)=>ruleRow(readRule(data,index),states.get(index),counts.get(id)))}
      </tbody>
    </table>`,html`<p class="empty" data-empty="rules" hidden>No rule matches the filter.</p>`)}function ruleRow({index,id,title,severity},state,counts=NOTHING){let cell=(number2,label)=>html`<td class="number${number2===0&&" zero"}" data-label="${label}">${thousands(number2)}</td>`;return html`<tr
    id="${anchorOf("rule",id)}"
    data-rule-row="${index}"
    data-said="${saidBy(counts)}"
    tabindex="-1"
  >
    <th scope="row">
      <span class="control-title"
        >${state===void 0?title:html`<a href="#${anchorOf(state,id)}">${title}</a>`}</span
      ><code class="rule-code">${id}</code>
    </th>
    <td data-label="Severity">${severityLabel(severity)}</td>
    ${cell(counts.fail,"Failed")}${cell(counts.unknown,"Undecided")}${cell(counts.pass,"Passed")}${cell(counts.waived,"Waived")}
  </tr>`}function countByRule({rules=[],verdicts}){let counted=new Map(rules.map(({id,counts})=>[id,counts])),listed=new Map;for(let at_1=0,list_1=verdicts;at_1<list_1.length;++at_1){let{rule,verdict,waiver}=list_1[at_1];if(counted.has(rule))continue;let counts=listed.get(rule)??{...NOTHING};listed.set(rule,counts),counts[verdict]+=1,waiver!==void 0&&(counts.waived+=1)}return new Map([...counted,...listed])}function saidBy({fail,unknown,pass}){let said=[fail>0&&"fail",unknown>0&&"unknown",pass>0&&"pass"].filter(word=>word!==!1);return said.length===0?"none":said.join(" ")}var PARTS=[["Prepared by","ran the scan and confirms what was scanned"],["Reviewed by","has read the findings, the coverage and the waivers"],["Accepted by","answers for what is open"]];function showSignOff({result}){let{summary,tool,run}=result,{fail,unknown,pass}=summary.verdicts;return section("sign-off","A signature confirms that the evidence has been seen. It is no statement that a law or a framework is met.",facts([["Verdicts",`${thousands(fail)} failed, ${thousands(unknown)} not decided, ${thousands(pass)} passed; ${thousands(summary.waived)} waived`],["Read",summary.incomplete?"in part; see Coverage":"everything that was given"],["Rules",html`<code class="digest">${tool.rulesetDigest}</code>`],run?.commit!==void 0&&["Commit",html`<code class="digest">${run.commit}</code>`]]),html`<div class="signatures">
      ${PARTS.map(([part,does])=>html`<section class="signature" aria-label="${part}">
            <h3>${part}</h3>
            <p class="quiet">${does}</p>
            <dl>
              <div>
                <dt>Name</dt>
                <dd></dd>
              </div>
              <div>
                <dt>Role</dt>
                <dd></dd>
              </div>
              <div>
                <dt>Date</dt>
                <dd></dd>
              </div>
              <div>
                <dt>Signature</dt>
                <dd></dd>
              </div>
            </dl>
          </section>`)}
    </div>`)}var MOST_FIXED=5;function showChanges({baseline}){if(baseline===void 0)return html`<section class="block" aria-labelledby="changes-heading">
      <h3 id="changes-heading">Changes</h3>
      <p class="quiet">This scan had no baseline to compare with: every finding counts.</p>
    </section>`;let{file,fixed,notSeen}=baseline;return html`<section class="block" aria-labelledby="changes-heading">
    <h3 id="changes-heading">Changes against the baseline</h3>
    <ul class="changes">
      <li class="change-new">${icon("new")}<b>${thousands(baseline.new)}</b> new</li>
      <li class="change-fixed">${icon("passing")}<b>${thousands(fixed.length)}</b> fixed</li>
      <li>${icon("known")}<b>${thousands(baseline.known)}</b> known</li>
      ${notSeen>0&&html`<li>${icon("not-assessed")}<b>${thousands(notSeen)}</b> not seen</li>`}
    </ul>
    ${fixed.length>0&&showFixed(fixed)}
    <p class="quiet">
      Compared with ${file}.
      ${notSeen>0&&"Not seen: this scan did not ask the rule, or did not read that part of the input."}
    </p>
  </section>`}function showFixed(fixed){let line2=({severity,title,address})=>html`<li>
      ${severityLabel(severity)}<span>${title} <code class="address">${address??WHOLE_INPUT}</code></span>
    </li>`,rest=fixed.slice(MOST_FIXED);return html`<h4>Fixed</h4>
    <ul class="fixed">
      ${fixed.slice(0,MOST_FIXED).map(line2)}
    </ul>
    ${rest.length>0&&html`<details>
        <summary>${thousands(rest.length)} more</summary>
        <ul class="fixed">
          ${rest.map(line2)}
        </ul>
      </details>`}`}var SILENT=new Set(["live-only","not-assessed","not-covered"]),BAR={width:600,height:10,gap:2,least:5};function controlMap(controls,framework){let counts=STATUS_ORDER.map(status=>({status,number:controls.filter(control=>control.status===status).length})).filter(({number:number2})=>number2>0),spoken=counts.map(({status,number:number2})=>`${number2} ${STATUSES[status].label.toLowerCase()}`),name=FRAMEWORK_LABELS[framework.framework];return html`<section class="map" aria-label="${name}">
    <header>
      <h4>${name}</h4>
      <span class="quiet">${count(controls.length,"control")}</span>
    </header>
    ${statusBar(counts,`${name}: ${spoken.join(", ")}`)}
    <ul class="legend">
      ${counts.map(({status,number:number2})=>html`<li>
            <a
              href="#controls"
              data-show-controls="${framework.framework} ${status}"
              title="${STATUSES[status].meaning}"
              ><span class="status-${status}">${icon(status)}</span
              ><b>${number2}</b> ${STATUSES[status].label.toLowerCase()}</a
            >
          </li>`)}
    </ul>
    ${isSilent(counts)?html`<p class="quiet">Nothing in this input is evidence for any of them.</p>`:allCells(controls,framework)}
  </section>`}function isSilent(counts){return counts.every(({status})=>SILENT.has(status))}function allCells(controls,{framework}){return html`<div class="cells cells-${framework}" aria-hidden="true">
    ${partsOf(controls).map(([label,part])=>cells(label,part))}
  </div>`}function statusBar(counts,label){let total2=counts.reduceRight((sum,{number:number2})=>sum+number2,0),room=BAR.width-BAR.gap*(counts.length-1)-BAR.least*counts.length,x=0,bars=counts.map(({status,number:number2})=>{let width=BAR.least+Math.round(room*number2/total2),bar=html`<rect
      class="fill-${status}"
      x="${x}"
      y="0"
      width="${width}"
      height="${BAR.height}"
      rx="2"
    ></rect>`;return x+=width+BAR.gap,bar});return html`<svg
    class="bar"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${BAR.width} ${BAR.height}"
    preserveAspectRatio="none"
  >
    ${bars}
  </svg>`}function cells(label,controls){return html`<div class="cell-group">
    <span class="cell-label">${label}</span>
    <span class="cell-row">
      ${controls.map(({framework,id,title,status})=>html`<a
            class="cell cell-${status}"
            tabindex="-1"
            href="#${anchorOf("control",`${framework}:${id}`)}"
            title="${id} ${title===id?"":title}: ${STATUSES[status].label.toLowerCase()}"
            >${icon(status)}</a
          >`)}
    </span>
  </div>`}function partsOf(controls){let parts=new Map;for(let at_1=0,list_1=controls;at_1<list_1.length;++at_1){let control=list_1[at_1],label=partOf(control);parts.set(label,[...parts.get(label)??[],control])}return[...parts]}function partOf({framework,id,section:section2}){return section2!==void 0?section2:framework==="genomics"?id.startsWith("GEN-AZ-")?"Azure":"AWS":framework==="hitrust"?/^\d+/.exec(id)?.[0]??"":""}var MOST_INPUTS=6;function showScope({result,options}){let{inputs:inputs2,summary,coverage,controls}=result,statusCount=(...statuses)=>controls.filter(({status})=>statuses.includes(status)).length,manual=statusCount("manual"),live=statusCount("live-only"),uncovered=statusCount("not-covered"),unread=inputs2.filter(({status})=>status==="unreadable").length,more=inputs2.length-MOST_INPUTS;return html`<section class="block" aria-labelledby="scope-heading">
    <h3 id="scope-heading">What was scanned</h3>
    <ul class="inputs">
      ${inputs2.slice(0,MOST_INPUTS).map(input=>inputLine(input))}
      ${more>0&&html`<li><a href="#coverage">and ${count(more,"more input")}</a></li>`}
    </ul>
    <p class="quiet">
      ${count(summary.resources,"resource")}, ${count(summary.rules,"rule")};
      ${thousands(summary.verdicts.notApplicable)} times a rule did not apply.
      ${describeFailOn(options.failOn)}
    </p>
    <h4>What was not</h4>
    <ul class="unlooked">
      ${unread>0&&html`<li><a href="#coverage">${count(unread,"input")}</a> could not be read</li>`}
      ${coverage.length>0&&html`<li><a href="#coverage">${count(coverage.length,"part")} of the input</a> could not be read</li>`}
      ${summary.notInScope!==void 0&&html`<li><a href="#coverage">${count(summary.notInScope,"resource")}</a> put out of scope by genoscan.yaml</li>`}
      ${summary.notShown!==void 0&&html`<li>${count(summary.notShown,"verdict")} below the severity asked for: counted, not listed</li>`}
      ${uncovered>0&&html`<li>${count(uncovered,"control")} that no rule in force reads</li>`}
      ${manual>0&&html`<li>${count(manual,"control")} that only a person can attest</li>`}
      ${live>0&&html`<li>${count(live,"control")} that only an account that runs can tell</li>`}
    </ul>
  </section>`}function showLimits(){return html`<aside class="limits" aria-label="What this report is">
    <p>
      <b>What this report is.</b> Evidence that supports an assessment, read from configuration. A scan covers
      technical controls only: policies, training, contracts and the physical protection of sites are for
      people to attest. No status here is a statement that a law or a framework is met.
    </p>
  </aside>`}function inputLine({path,source,resources,status}){let words={read:"read",partial:"read in part",unreadable:"not read"};return html`<li class="input-${status}">
    <code>${path==="-"?"standard input":path}</code>
    <span class="quiet"
      >${source!==void 0&&`${source}, `}${count(resources,"resource")}, ${words[status]}</span
    >
  </li>`}function describeFailOn(failOn){return failOn==="none"?"No finding fails the scan.":failOn==="low"?"Every finding fails the scan.":failOn==="critical"?"Critical findings fail the scan.":`Findings of severity ${failOn} or above fail the scan.`}var MOST_SHOWN2=8;function showWorst({data,groups,result}){let failed=groups.filter(({state})=>state==="fail"),undecided=groups.filter(({state})=>state==="unknown"),kind=result.baseline===void 0?"":"new ",read=result.summary.incomplete?" in what was read":"",listed=[...failed,...undecided].slice(0,MOST_SHOWN2);return html`<section class="block" aria-labelledby="worst-heading">
    <h3 id="worst-heading">${failed.length>0?"Worst first":"To look at"}</h3>
    ${failed.length===0&&html`<p class="quiet">There is no ${kind}finding to mend${read}.</p>`}
    ${listed.length>0&&html`<ol class="worst">
        ${listed.map(group=>line(group,data))}
      </ol>`}
    ${failed.length>MOST_SHOWN2&&html`<p><a href="#findings">All ${failed.length} rules that failed</a></p>`}
  </section>`}function line({state,rule:index,verdicts},data){let rule=readRule(data,index),number2=state==="fail"?count(verdicts.length,"finding"):html`<span class="state state-unknown">${icon("unknown")}not decided</span>`;return html`<li>
    ${severityLabel(rule.severity)}
    <a href="#${anchorOf(state,rule.id)}">${rule.title}</a>
    <span class="quiet">${number2}</span>
  </li>`}function showSummary(contents){let{result}=contents;return section("summary",void 0,html`<p class="headline">${headline(result)}</p>`,result.summary.incomplete&&html`<p class="banner" role="note">
        <b>Incomplete.</b> A part of the input could not be read, and may hold what would be a finding.
        <a href="#coverage">What was not read</a>
      </p>`,tiles(result),showMaps(result),html`<div class="columns">
      <div>${showWorst(contents)}</div>
      <div>${showChanges(result)}${showScope(contents)}</div>
    </div>`,showLimits())}function headline({summary}){let{pass,fail,unknown}=summary.verdicts;if(pass+fail+unknown===0)return html`<b>Nothing was assessed.</b> No rule in force is about anything
      in${summary.incomplete?" what was read of":""} this input.`;let open=subtract(summary.findings,summary.known?.findings),number2=total(open),adjective=summary.known===void 0?"":"new ",first=number2===0?`No ${adjective}findings${summary.incomplete?" in what was read":""}`:count(number2,`${adjective}finding`),critical=open.critical>0?`, ${thousands(open.critical)} of them critical`:"",undecided=total(summary.unknowns)-total(summary.known?.unknowns),rest=undecided>0?`, and ${thousands(undecided)} could not be decided`:"";return html`<b>${first}</b>${critical}. ${count(pass,"verdict")} passed${rest}.`}function tiles({summary,baseline}){let open=subtract(summary.findings,summary.known?.findings),undecided=total(summary.unknowns)-total(summary.known?.unknowns);return html`<ul class="tiles">
    ${SEVERITIES.map(severity=>html`<li class="tile tile-${severity}${open[severity]===0&&" tile-none"}">
          <a href="#findings" data-show-findings="severity=${severity}&amp;state=fail">
            <b>${thousands(open[severity])}</b>${severityLabel(severity)}
          </a>
        </li>`)}
    <li class="tile tile-unknown${undecided===0&&" tile-none"}">
      <a href="#findings" data-show-findings="state=unknown"
        ><b>${thousands(undecided)}</b><span>not decided</span></a
      >
    </li>
    ${baseline!==void 0&&html`<li class="tile tile-known">
        <a href="#findings" data-show-findings="state=known"
          ><b>${thousands(baseline.known)}</b><span>known</span></a
        >
      </li>`}
    <li class="tile tile-waived${summary.waived===0&&" tile-none"}">
      <a href="#waivers"><b>${thousands(summary.waived)}</b><span>waived</span></a>
    </li>
    <li class="tile tile-pass${summary.verdicts.pass===0&&" tile-none"}">
      <a href="#findings" data-show-findings="state=pass"
        ><b>${thousands(summary.verdicts.pass)}</b><span>passed</span></a
      >
    </li>
  </ul>`}function showMaps({controls,manifest}){let frameworks2=manifest?.frameworks??[...new Set(controls.map(({framework})=>framework))].map(framework=>({framework,title:framework,source:"",asOf:""}));return controls.length===0?!1:html`<section class="block" aria-labelledby="maps-heading">
    <h3 id="maps-heading">Controls by status</h3>
    <div class="maps">
      ${frameworks2.map(framework=>controlMap(controls.filter(control=>control.framework===framework.framework),framework))}
    </div>
  </section>`}function total(counts){return counts===void 0?0:counts.critical+counts.high+counts.medium+counts.low}var STATES2={expired:["Expired","What it covered counts again."],unmatched:["Unmatched","It meets no finding of this scan."],holds:["Holds","It accepts findings."],"not-asked":["Not asked","Its rule is not in force in this scan."]};function showWaivers({result}){let waivers=result.waivers??[],lead="A waiver says that a person accepts a finding for a time. It never changes a verdict: what is waived still fails, and so does its control.";if(waivers.length===0)return section("waivers",lead,html`<p class="quiet">No waiver is declared, in genoscan.yaml or in a comment.</p>`);let ordered=Object.keys(STATES2).flatMap(state=>waivers.filter(waiver=>waiver.state===state));return section("waivers",lead,html`<p>${count(waivers.length,"waiver")}; ${count(result.summary.waived,"finding")} waived.</p>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Rule and resource</th>
            <th scope="col">Reason</th>
            <th scope="col">Owner</th>
            <th scope="col">Until</th>
            <th scope="col">State</th>
            <th scope="col" class="number">Findings</th>
          </tr>
        </thead>
        <tbody>
          ${ordered.map(waiver=>waiverRow(waiver))}
        </tbody>
      </table>`)}function waiverRow(waiver){let{rule,subject,reason,owner,expires,ticket,state,findings,location}=waiver,list_1=STATES2[state],label=list_1[0],meaning=list_1[1];return html`<tr>
    <th scope="row">
      <code>${rule}</code><code class="other">${subject}</code><span class="place">${placeOf(location)}</span>
    </th>
    <td data-label="Reason">${reason}${ticket!==void 0&&html`<span class="note">${ticket}</span>`}</td>
    <td data-label="Owner">${owner??html`<span class="quiet">not named</span>`}</td>
    <td data-label="Until">${showDay(expires)}</td>
    <td data-label="State"><b class="waiver-${state}">${label}</b><span class="note">${meaning}</span></td>
    <td class="number" data-label="Findings">${thousands(findings)}</td>
  </tr>`}var SIGNS2={failing:'<circle class="solid" cx="8" cy="8" r="7"/><path class="on-solid" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>',unknown:'<path class="solid" d="M8 .6L15.4 8 8 15.4.6 8z"/><path class="on-solid" d="M6.3 6.4c0-2.2 3.4-2.2 3.4 0 0 1.3-1.7 1.3-1.7 2.6M8 11.2v.2"/>',passing:'<circle class="solid" cx="8" cy="8" r="7"/><path class="on-solid" d="M4.9 8.3l2.2 2.2 4-4.4"/>',attested:'<circle class="line" cx="8" cy="8" r="6.2"/><path class="line" d="M5 8.2l2.1 2.1 3.9-4.2"/>',"documented-alternative":'<circle class="line" cx="8" cy="8" r="6.2"/><path class="line" d="M4.6 6.5h6M9.2 5l1.6 1.5L9.2 8M11.4 9.7h-6M6.8 8.2L5.2 9.7l1.6 1.5"/>',manual:'<circle class="line" cx="8" cy="5.4" r="2.6"/><path class="line" d="M2.9 14c.4-3.2 2.4-4.6 5.1-4.6s4.7 1.4 5.1 4.6"/>',"live-only":'<circle class="line" cx="8" cy="8" r="6.2"/><circle class="dot" cx="8" cy="8" r="2.4"/>',"not-assessed":'<path class="line" d="M3.5 8h9"/>',"not-covered":'<circle class="dashed" cx="8" cy="8" r="6.2"/>',known:'<rect class="line" x="2.5" y="2.5" width="11" height="11" rx="2"/><path class="line" d="M5 6h6M5 9h6"/>',waived:'<path class="line" d="M4 14.5V2M4 2.6h8.5L10.5 6l2 3.4H4"/>',new:'<circle class="solid" cx="8" cy="8" r="7"/><path class="on-solid" d="M8 4.7v6.6M4.7 8h6.6"/>'};function sprite(){let symbols=Object.entries(SIGNS2).map(([name,shapes])=>`<symbol id="i-${name}" viewBox="0 0 16 16">${shapes}</symbol>`);return new Markup(`<svg class="sprite" aria-hidden="true" width="0" height="0">${symbols.join("")}</svg>`)}function*reportHtml(result,options){let contents=collectContents(result,options);yield'<!doctype html><html lang="en">',yield pageHead(contents,assets_generated_default).text,yield'<body><a class="skip" href="#main">Skip to the report</a>',yield sprite().text,yield pageHeader(contents).text,yield'<div class="layout">',yield pageNavigation(contents).text,yield'<main id="main" tabindex="-1">';for(let at_1=0,list_1=[showSummary,showControls,showFindings,showResources,showCoverage,showWaivers,showAttestations,showRules,showManifest,showSignOff];at_1<list_1.length;++at_1){let show=list_1[at_1];yield show(contents).text}yield"</main></div>",yield pageFooter(contents).text,yield'<script type="application/json" id="data">',yield*embedJson({...contents.data}),yield`</script><script>${assets_generated_default.script}</script></body></html>
`}export{reportHtml};
